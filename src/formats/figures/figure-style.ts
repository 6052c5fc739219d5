/** Style of figures: in the report, and in files of their own. Colours are those of the page around them where there is one. */
export const figureRules = `
svg.figure{width:100%;height:auto;border:1px solid var(--line);background:var(--ground)}
svg text{fill:var(--text);font-size:11px}svg .gap,svg .zone,svg .tick-words,svg .grid text,svg .north{fill:var(--quiet);font-size:10px}svg .event{font-weight:600;font-size:12px}
svg .sea{fill:var(--sea)}svg .land path{fill:var(--land);stroke:var(--quiet);stroke-width:.5}svg .grid path{stroke:var(--line);stroke-width:.5}svg .tick{stroke:var(--line)}
svg .place path{fill-opacity:.16;stroke-width:1.4;vector-effect:non-scaling-stroke}
svg .is-answer path,svg .is-answer rect{fill:var(--answer);stroke:var(--answer)}svg .is-ground path,svg .is-computed rect{fill:var(--computed);stroke:var(--computed)}
svg .is-camera path,svg .is-stated rect,svg .is-bound rect{fill:var(--stated);stroke:var(--stated)}svg .is-cone path{fill:var(--stated);stroke:var(--stated);stroke-dasharray:5 4}
svg .is-rejected path{fill:none;stroke:var(--no);stroke-dasharray:2 3}svg .is-rejected .cross{stroke-dasharray:none;stroke-width:2}svg .is-candidate path{fill:none;stroke:var(--quiet);stroke-dasharray:6 3}
svg .dot{fill:var(--ground);stroke:var(--text);stroke-width:1}svg .number{font-size:10px;font-weight:700}
svg .window rect{fill-opacity:.75}svg .arrow,svg .error,svg .scale path{fill:none;stroke:var(--text);stroke-width:1.5}svg .clip rect{fill:var(--computed);fill-opacity:.35;stroke:var(--computed)}
svg .edge,svg .window-box{fill:none;stroke:var(--text);stroke-width:1.2}svg .window-box{stroke:var(--no);stroke-width:2}
`;

/** For a file of its own: light, as articles and slides are. */
export const figureStyle = `:root{--ground:#fff;--text:#1a1d21;--quiet:#545b64;--line:#d5d9de;--answer:#0b57a4;--computed:#3d7a34;--stated:#8a6100;--no:#9b1c31;--land:#e9e6dc;--sea:#d9e6ee}
text{fill:#1a1d21;font-size:11px}${figureRules.replace(/^svg /gmu, "").replace(/svg \./gu, ".")}`;
