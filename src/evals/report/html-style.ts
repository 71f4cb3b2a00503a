import { html, type Markup } from './html.ts';

/** The page's only style sheet: system fonts, light and dark by the reader's setting, one column on a phone, plain in print. */
export const STYLE: Markup = html`
:root { color-scheme: light dark; --page:#f6f6f3; --paper:#fff; --ink:#1d2126; --soft:#626a73; --line:#e2e3de; --tint:#eef0ec;
  --accent:#2f6f8f; --good:#2b7a4b; --bad:#b3362b; --good-tint:#e3f1e7; --bad-tint:#fae6e3; }
@media (prefers-color-scheme: dark) { :root { --page:#14171a; --paper:#1c2024; --ink:#e7e9ea; --soft:#9aa3ab; --line:#30363c; --tint:#262b30;
  --accent:#7fbcd8; --good:#7cc796; --bad:#f08c80; --good-tint:#1e3427; --bad-tint:#422522; } }
* { box-sizing:border-box; }
html { scroll-behavior:smooth; -webkit-text-size-adjust:100%; }
body { margin:0; background:var(--page); color:var(--ink); font:16px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif; }
header, main { max-width:1000px; margin:0 auto; padding:0 20px; }
header { padding-top:36px; }
.overline { margin:0; color:var(--accent); font-size:13px; font-weight:600; letter-spacing:.06em; text-transform:uppercase; }
h1 { margin:4px 0 12px; font-size:clamp(22px,4vw,32px); line-height:1.2; overflow-wrap:anywhere; }
h2 { margin:0 0 14px; font-size:20px; }
h3 { margin:26px 0 8px; font-size:15px; }
section { background:var(--paper); border:1px solid var(--line); border-radius:14px; padding:22px; margin:20px 0; scroll-margin-top:12px; }
.facts { display:flex; flex-wrap:wrap; gap:6px 16px; margin:0; color:var(--soft); align-items:center; }
.verdict, .badge { border-radius:99px; padding:2px 10px; font-size:13px; font-weight:600; background:var(--tint); color:var(--soft); white-space:nowrap; }
.verdict.good, .badge.good { background:var(--good-tint); color:var(--good); }
.verdict.bad, .badge.bad { background:var(--bad-tint); color:var(--bad); }
nav { display:flex; flex-wrap:wrap; gap:4px 18px; margin-top:14px; font-size:14px; }
a { color:var(--accent); text-decoration:none; } a:hover { text-decoration:underline; }
.note, figcaption { color:var(--soft); font-size:13px; margin:6px 0; }
.cards { display:grid; grid-template-columns:repeat(auto-fill,minmax(215px,1fr)); gap:12px; }
.card { border:1px solid var(--line); border-radius:10px; padding:14px 16px; break-inside:avoid; }
.card.bad { border-color:var(--bad); }
.card h3 { margin:0; font-size:13px; font-weight:600; color:var(--soft); }
.figure { margin:2px 0 10px; font-size:28px; font-weight:650; line-height:1.3; font-variant-numeric:tabular-nums; display:flex; flex-wrap:wrap; gap:2px 10px; align-items:center; }
.figure .badge { font-size:12px; }
.bar { position:relative; height:8px; border-radius:4px; background:var(--tint); margin:4px 0 10px; }
.bar i { position:absolute; top:0; bottom:0; }
.bar .band { background:color-mix(in srgb,var(--accent) 45%,transparent); border-radius:4px; min-width:2px; }
.bar .point { width:8px; height:8px; margin-left:-4px; border-radius:50%; background:var(--accent); }
.bar .limit { width:2px; margin-left:-1px; top:-4px; bottom:-4px; background:var(--ink); }
.scroll { overflow-x:auto; margin:8px 0 18px; }
table { border-collapse:collapse; width:100%; font-size:14px; font-variant-numeric:tabular-nums; }
th, td { padding:7px 10px; text-align:right; border-bottom:1px solid var(--line); }
tr > :first-child { text-align:left; padding-left:0; }
table.left td { text-align:left; overflow-wrap:anywhere; } table.left td:last-child, table.left th:last-child { text-align:right; } table.left th { text-align:left; }
thead th { color:var(--soft); font-size:12px; font-weight:600; vertical-align:bottom; }
tbody th { font-weight:500; }
td.bad { color:var(--bad); font-weight:600; }
th.wide { min-width:150px; }
tr.chosen > * { font-weight:650; }
.meter { display:inline-block; vertical-align:middle; width:min(90px,40%); height:6px; border-radius:3px; background:var(--tint); overflow:hidden; }
.meter i { display:block; height:100%; background:var(--accent); }
.meter-value { display:inline-block; min-width:58px; }
.matrix td { text-align:center; } .matrix thead th { text-align:center; } .matrix thead th:first-child { text-align:left; }
.matrix td.good { color:var(--ink); background:color-mix(in srgb,var(--good) var(--share),transparent); }
.matrix td.bad { color:var(--ink); background:color-mix(in srgb,var(--bad) var(--share),transparent); }
.matrix td.none { color:var(--soft); }
figure { margin:8px 0; max-width:600px; } svg { width:100%; height:auto; display:block; }
svg .grid { stroke:var(--line); } svg .tick { fill:var(--soft); font-size:11px; } svg .label { fill:var(--soft); font-size:11px; paint-order:stroke; stroke:var(--paper); stroke-width:4px; } svg .label.chosen { fill:var(--ink); font-weight:700; }
svg .curve { fill:none; stroke:var(--accent); stroke-width:2; stroke-linejoin:round; } svg .dot { fill:var(--accent); }
svg circle.chosen { fill:var(--paper); stroke:var(--accent); stroke-width:3.5; }
svg .limit { stroke:var(--soft); stroke-dasharray:4 4; } svg .region { fill:var(--good-tint); }
.columns { display:grid; grid-template-columns:repeat(auto-fit,minmax(min(280px,100%),1fr)); gap:4px 28px; } .columns h3 { margin-top:6px; }
.ids { margin:0; padding:0; list-style:none; display:flex; flex-wrap:wrap; gap:4px 12px; font-size:14px; }
summary { cursor:pointer; }
.case { border:1px solid var(--line); border-left:4px solid var(--soft); border-radius:8px; margin:8px 0; padding:10px 14px; scroll-margin-top:12px; }
.case.wrong { border-left-color:var(--bad); }
.case > summary { list-style:none; } .case > summary::-webkit-details-marker { display:none; }
.id { font-weight:600; margin-right:8px; overflow-wrap:anywhere; }
.tag { display:inline-block; background:var(--tint); color:var(--soft); border-radius:6px; padding:0 7px; margin:0 6px 2px 0; font-size:12px; line-height:20px; overflow-wrap:anywhere; }
.tag.cited { color:var(--accent); }
.said, .why { display:block; overflow-wrap:anywhere; font-size:15px; } .why { color:var(--soft); font-size:14px; }
.turn { margin:14px 0; }
.bubble { max-width:85%; width:fit-content; margin:4px 0; padding:8px 12px; border-radius:14px; white-space:pre-wrap; overflow-wrap:anywhere; font-size:15px; }
.bubble.customer { background:var(--tint); border-bottom-left-radius:4px; }
.bubble.bot { margin-left:auto; background:color-mix(in srgb,var(--accent) 16%,var(--paper)); border-bottom-right-radius:4px; }
.did { margin:4px 0; text-align:right; font-size:12px; } .ok { color:var(--good); }
.explain { background:var(--bad-tint); border-radius:8px; padding:8px 14px 10px; }
.explain h4 { margin:14px 0 4px; font-size:13px; } .explain .columns { gap:8px 28px; }
.now { margin:12px 0 4px; color:var(--bad); font-size:12px; font-weight:600; }
.verdicts { display:grid; grid-template-columns:repeat(auto-fit,minmax(min(240px,100%),1fr)); gap:6px 28px; margin:4px 0 8px; font-size:13px; }
.verdicts dt { color:var(--soft); font-size:12px; font-weight:600; } .verdicts dd { margin:2px 0 0; overflow-wrap:anywhere; }
.explain .tag { background:var(--paper); } .explain .tag.good { color:var(--good); }
.likely { margin:6px 0 4px; font-size:13px; } .explain .bar { background:color-mix(in srgb,var(--ink) 12%,transparent); }
.near { font-size:13px; min-width:0; } .near p { margin:4px 0; overflow-wrap:anywhere; }
.near ul, .fixes { list-style:none; margin:0 0 4px; padding:0; } .near li, .fixes li { display:flex; gap:8px; padding:3px 0; overflow-wrap:anywhere; }
.near li > :last-child, .fixes li > :last-child { min-width:0; } .near .expected { color:var(--good); }
.similarity { flex:none; width:34px; font-variant-numeric:tabular-nums; color:var(--soft); } .kind-of { color:var(--soft); font-size:12px; }
.fixes { font-size:13px; } .fixes b { font-weight:600; } .sign { flex:none; width:16px; font-weight:700; color:var(--soft); }
.fixes .mends .sign { color:var(--good); } .fixes .fails { color:var(--soft); } .fixes .fails b { font-weight:500; }
table.kinds th:first-child { min-width:150px; }
.columns > .near h4 { margin-top:6px; color:var(--soft); font-size:12px; }
.kind { scroll-margin-top:12px; } .work { margin:0 0 18px; font-size:14px; }
.why.ok { color:var(--good); }
.explain .meter { background:color-mix(in srgb,var(--ink) 12%,transparent); }
table.scores { font-size:13px; align-self:start; } .scores th { font-weight:400; overflow-wrap:anywhere; } .scores th, .scores td { padding:3px 4px; border:0; } .scores td { width:45%; white-space:nowrap; }
.scores caption { text-align:left; color:var(--soft); font-size:12px; font-weight:600; padding-top:6px; } .scores .expected th { color:var(--good); font-weight:600; }
@media (max-width:600px) { header, main { padding:0 12px; } header { padding-top:22px; } section { padding:16px 14px; border-radius:10px; } .cards { grid-template-columns:1fr 1fr; gap:8px; } .card { padding:10px 12px; } .figure { font-size:23px; } th, td { padding:6px 7px; } th.wide { min-width:120px; } .kinds tr > :nth-child(2) { display:none; } table.kinds th:first-child { min-width:100px; } }
@media print { :root { --page:#fff; --paper:#fff; --ink:#000; --soft:#444; --line:#ccc; --tint:#eee; --accent:#2f6f8f; --good:#2b7a4b; --bad:#b3362b; --good-tint:#e3f1e7; --bad-tint:#fae6e3; }
  * { print-color-adjust:exact; -webkit-print-color-adjust:exact; } body { font-size:11pt; } nav { display:none; }
  section { border:0; padding:0; } .turn, tr, figure { break-inside:avoid; } h2, h3, summary { break-after:avoid; }
  details::details-content { content-visibility:visible; display:block; height:auto; } }
`;
