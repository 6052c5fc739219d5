/** The words of a comment, as text and never as markup; people by name, records as links with a covered still where they show something. */
import type { RecordCard } from "../../api/records.ts";
import { usePeople, personWords } from "../api-client/people-api.ts";
import { useRecordCards } from "../api-client/records-api.ts";
import { Prose } from "../bench/prose.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { formatDuration } from "../parts/format.ts";
import { Link } from "../router/link.tsx";
import { commentPieces, type CommentPiece } from "./comment-words.ts";
import { RecordStill } from "./record-still.tsx";

export function CommentText({ text }: { text: string }) {
  const pieces = commentPieces(text);
  const named = pieces.flatMap((piece) => (piece.is === "record" ? [piece.record] : []));
  const cards = new Map((useRecordCards(named).data?.records ?? []).map((card) => [card.record, card]));
  const shown = [...new Map(pieces.flatMap((piece) => stillOf(piece, cards))).values()];
  return (
    <>
      <p className="comment-text">
        {pieces.map((piece, at) => (
          <Piece key={at} piece={piece} cards={cards} />
        ))}
      </p>
      {shown.length === 0 ? null : (
        <p className="comment-stills">
          {shown.map(({ card, atS, address }) => (
            <Link key={address} to={address} className="comment-still">
              {card.item === undefined ? null : <RecordStill item={card.item} atS={atS} />}
              <span className="cut">
                {card.record} <IsolatedText text={card.title} /> {atS === null ? null : formatDuration(atS)}
              </span>
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

type Cards = ReadonlyMap<string, RecordCard>;

/** Where a record is looked at, at the moment that is meant. */
export function addressAt(card: RecordCard, atS: number | null): string {
  return card.sort === "item" && atS !== null ? `/items/${card.record}?at=${atS}` : card.address;
}

function stillOf(piece: CommentPiece, cards: Cards): [string, { card: RecordCard; atS: number | null; address: string }][] {
  const card = piece.is === "record" ? cards.get(piece.record) : undefined;
  if (piece.is !== "record" || card?.item === undefined) return [];
  const atS = piece.atS ?? card.atS ?? null;
  const address = addressAt(card, piece.atS);
  return [[address, { card, atS, address }]];
}

function Piece({ piece, cards }: { piece: CommentPiece; cards: Cards }) {
  const people = usePeople().data;
  if (piece.is === "text") return <Prose text={piece.text} />;
  if (piece.is === "person" && people !== undefined && !people.some(({ person }) => person === piece.person))
    return <span>@{piece.person}</span>;
  if (piece.is === "person")
    return (
      <span className="mention">
        @<IsolatedText text={personWords(people, piece.person)} />
      </span>
    );
  const card = cards.get(piece.record);
  const said = `${piece.record}${piece.atS === null ? "" : ` ${formatDuration(piece.atS)}`}`;
  return card === undefined ? <span>#{said}</span> : <Link to={addressAt(card, piece.atS)}>{said}</Link>;
}
