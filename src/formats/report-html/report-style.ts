/** Style of the report: one column that reads on paper, on a phone and on a wide screen, light and dark. No font and no picture is fetched. */
import { figureRules } from "../figures/figure-style.ts";

export const reportStyle = `
:root{--ground:#fff;--text:#1a1d21;--quiet:#545b64;--line:#d5d9de;--soft:#f3f5f7;--accent:#0b57a4;--warn:#8a3b00;--answer:#0b57a4;--computed:#3d7a34;--stated:#8a6100;--no:#9b1c31;--land:#e9e6dc;--sea:#d9e6ee}
@media (prefers-color-scheme:dark){:root{--ground:#14171a;--text:#e8eaed;--quiet:#a8b0ba;--line:#3a414a;--soft:#1e2328;--accent:#8ec1ff;--warn:#ffb27a;--answer:#8ec1ff;--computed:#8fd184;--stated:#e6b84d;--no:#ff9aa8;--land:#2c2f2a;--sea:#1a242c}}
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main,header,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}footer{padding-bottom:3rem}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 .6rem}
h2{font-size:1.25rem;margin:2.4rem 0 .6rem;padding-top:.6rem;border-top:2px solid var(--text)}
h3{font-size:1.05rem;margin:1.6rem 0 .3rem}h4{font-size:1rem;margin:1rem 0 .2rem}
p{margin:.35rem 0}ul,ol{margin:.35rem 0;padding-left:1.3rem}li{margin:.25rem 0}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.quiet{color:var(--quiet)}.small{font-size:.875rem}.mono{font-family:ui-monospace,monospace;font-size:.8125rem}
.sort{display:inline-block;font-weight:600;border:1px solid currentColor;border-radius:3px;padding:0 .4rem;font-size:.875rem}
.key-points{list-style:none;padding:0}.key-points>li{border-left:4px solid var(--accent);padding:.1rem 0 .1rem .8rem;margin:1rem 0}
.key-points .says{font-size:1.1rem;font-weight:600;margin:0}
dl{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.2rem 1rem;margin:.5rem 0}dt{color:var(--quiet)}dd{margin:0;min-width:0}
@media (max-width:34rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}}
.box{background:var(--soft);border:1px solid var(--line);border-radius:4px;padding:.5rem .8rem;margin:.7rem 0}
.warn{border-left:4px solid var(--warn)}
.record{border:1px solid var(--line);border-radius:4px;padding:.4rem .8rem .6rem;margin:.8rem 0}
.record h3{margin:.1rem 0 .2rem}
details{margin:.4rem 0}summary{cursor:pointer;color:var(--accent)}
img,video{max-width:100%;height:auto;display:block;margin:.4rem 0;background:#000}
figure{margin:1rem 0}figcaption{color:var(--quiet);font-size:.875rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.875rem;overflow-wrap:break-word}th{white-space:nowrap}tbody th{white-space:normal}th,td{border:1px solid var(--line);padding:.25rem .45rem;text-align:left;vertical-align:top}th{background:var(--soft)}td.did{min-width:16em}
.toc{columns:2;list-style:none;padding:0}.toc li{margin:0 0 .3rem;break-inside:avoid}@media (max-width:34rem){.toc{columns:1}svg.figure{min-width:34rem}}
${figureRules}
.coverage-shown{border-left:4px solid var(--computed)}.coverage-partly{border-left:4px dashed var(--stated)}.coverage-not-shown,.coverage-not-showable{border-left:4px dotted var(--no)}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#444}@bottom-left{content:var(--foot,"");font:9pt sans-serif;color:#444}}
@media print{:root{--ground:#fff;--text:#000;--quiet:#444;--line:#bbb;--soft:#f4f4f4;--accent:#003b78}
body{font-size:10pt;line-height:1.4}main,header,footer{max-width:none;padding:0}a{color:inherit}h2{break-after:avoid}h3,h4,figcaption{break-after:avoid}figure,.key-points>li,tr{break-inside:avoid}
.screen{display:none}details.on-paper::details-content{content-visibility:visible;block-size:auto;display:block}details.on-paper>summary{list-style:none;color:var(--quiet)}svg.figure{min-width:0}img{max-height:90mm;width:auto}.wide{overflow:visible}table{font-size:8.5pt}.record{break-inside:auto}.toc{columns:2}}
@media not print{.paper{display:none}}
`;
