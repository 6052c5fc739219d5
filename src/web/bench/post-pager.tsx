/** Ways through the posts of a long export. Which page is open stands in the address, so that a link goes to it. */
import { setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";

/** As many as come with the item itself, so that the first page is asked for once. */
const pageSize = 200;

export interface PostPage {
  readonly offset: number;
  readonly size: number;
}

/** `?posts=3` is the third page; a page that is not there is the last one. */
export function usePostPage(total: number): PostPage {
  const asked = useAddress().query.get("posts");
  const last = Math.max(1, Math.ceil(total / pageSize));
  const number = asked !== null && /^[1-9]\d{0,8}$/.test(asked) ? Math.min(last, Number(asked)) : 1;
  return { offset: (number - 1) * pageSize, size: pageSize };
}

export function PostPager({ page, total }: { page: PostPage; total: number }) {
  if (total <= page.size) return null;
  const number = page.offset / page.size + 1;
  const last = Math.ceil(total / page.size);
  const go = (to: number): void => setQuery({ posts: to === 1 ? undefined : String(to) });
  return (
    <nav className="post-pager" aria-label={t("bench.posts.pages")}>
      <Step name={t("bench.posts.first-page")} sign="«" to={1} off={number === 1} go={go} />
      <Step name={t("bench.posts.page-before")} sign="‹" to={number - 1} off={number === 1} go={go} />
      <span role="status">{t("bench.posts.shown", { from: page.offset + 1, to: Math.min(total, page.offset + page.size), total })}</span>
      <Step name={t("bench.posts.page-after")} sign="›" to={number + 1} off={number === last} go={go} />
      <Step name={t("bench.posts.last-page")} sign="»" to={last} off={number === last} go={go} />
    </nav>
  );
}

function Step({ name, sign, to, off, go }: { name: string; sign: string; to: number; off: boolean; go: (to: number) => void }) {
  return (
    <button type="button" className="button" aria-label={name} title={name} disabled={off} onClick={() => go(to)}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
