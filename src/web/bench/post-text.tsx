/** Words of a post with the looks its export gives them. */
import type { TextEntity } from "../../core/post/post.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { Prose } from "./prose.tsx";

/** Entities change how words look, never what they do: links show where they point and are not followed. */
export function PostText({ text, entities }: { text: string; entities: readonly TextEntity[] }) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const entity of [...entities].sort((a, b) => a.start - b.start)) {
    if (entity.start < at || entity.end <= entity.start || entity.type === "plain") continue;
    if (entity.start > at) parts.push(<Prose key={`before ${entity.start}`} text={text.slice(at, entity.start)} />);
    parts.push(
      <Entity
        key={entity.start}
        entity={entity}
        words={<Prose text={text.slice(entity.start, entity.end)} />}
        plain={text.slice(entity.start, entity.end)}
      />,
    );
    at = entity.end;
  }
  parts.push(<Prose key="rest" text={text.slice(at)} />);
  return parts;
}

function Entity({ entity, words, plain }: { entity: TextEntity; words: React.ReactNode; plain: string }) {
  if (entity.type === "bold") return <strong>{words}</strong>;
  if (entity.type === "italic") return <em>{words}</em>;
  if (entity.type === "code" || entity.type === "pre") return <code>{words}</code>;
  if (entity.type === "strikethrough") return <s>{words}</s>;
  const target = entity.href ?? (/link|url/.test(entity.type) ? plain : undefined);
  return (
    <span className="entity" title={target === undefined ? entity.type : t("bench.post.points-to", { target })}>
      {words}
      {entity.href === undefined || entity.href === plain ? null : (
        <span className="mono quiet">
          {" "}
          [<IsolatedText text={entity.href} />]
        </span>
      )}
    </span>
  );
}
