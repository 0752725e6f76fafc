/** How the page of the codebook looks: in a browser in light, dark and high contrast, on paper, and with the colours of VS Code where it is shown there. */
export const STYLE = `
:root { color-scheme: light dark; }
body {
  --ink: var(--vscode-editor-foreground, #1f2328);
  --paper: var(--vscode-editor-background, #ffffff);
  --dim: var(--vscode-descriptionForeground, #59636e);
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, #c4c9d0));
  --link: var(--vscode-textLink-foreground, #0969da);
  --tint: color-mix(in srgb, currentColor 5%, transparent);
  --C: var(--vscode-cmoc-context, #0060A8); --M: var(--vscode-cmoc-mechanism, #B3261E); --O: var(--vscode-cmoc-outcome, #00734F);
  --I: var(--vscode-cmoc-intervention, #8A3FA0); --A: var(--vscode-cmoc-actor, #7A5200); --S: var(--vscode-cmoc-strategy, #3D5A73);
  margin: 0 auto; max-width: 60rem; padding: 1.5rem 2rem 4rem;
  background: var(--paper); color: var(--ink);
  font: 0.95rem/1.5 var(--vscode-font-family, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif);
}
@media (prefers-color-scheme: dark) {
  body:not([data-vscode-theme-kind]) {
    --ink: #e6edf3; --paper: #1e1e1e; --dim: #9aa4ae; --line: #484f58; --link: #58a6ff;
    --C: #6CB6FF; --M: #FF8A7A; --O: #4FD1A5; --I: #D6A1F0; --A: #E8B84A; --S: #A9BFD3;
  }
}
h1 { font-size: 1.6rem; margin: 0 0 0.2rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 0.6rem; border-bottom: 1px solid var(--line); padding-bottom: 0.3rem; }
h3 { font-size: 1.05rem; margin: 0; } p { margin: 0.4rem 0; }
a { color: var(--link); } a:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--link)); outline-offset: 2px; }
code { font-family: var(--vscode-editor-font-family, ui-monospace, Consolas, monospace); font-size: 0.95em; color: inherit; background: none; padding: 0; }
.dim { color: var(--dim); } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.do { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0.8rem 0; }
.scroll { overflow-x: auto; margin-bottom: 1.2rem; }
table { border-collapse: collapse; width: 100%; } caption { text-align: start; padding: 0 0 0.4rem; color: var(--dim); }
th, td { padding: 0.2rem 0.55rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: normal; }
thead th { font-weight: 600; border-bottom-width: 2px; vertical-align: bottom; } .n { text-align: end; font-variant-numeric: tabular-nums; }
.gone { text-decoration: line-through; color: var(--dim); }
.role { display: inline-block; min-width: 1.1em; font-weight: 700; text-align: center; color: var(--tone, currentColor); }
.C { --tone: var(--C); } .M { --tone: var(--M); } .O { --tone: var(--O); } .I { --tone: var(--I); } .A { --tone: var(--A); } .S { --tone: var(--S); }
article { margin: 1rem 0; padding: 0.7rem 1rem 0.8rem; border: 1px solid var(--line); border-inline-start: 4px solid var(--tone, var(--line)); border-radius: 4px; break-inside: avoid; }
article h3 { display: flex; gap: 0.6rem; align-items: baseline; flex-wrap: wrap; }
blockquote { margin: 0.5rem 0; padding: 0.1rem 0.8rem; border-inline-start: 2px solid var(--line); background: var(--tint); }
blockquote p { margin: 0.2rem 0; } blockquote footer { color: var(--dim); font-size: 0.9em; }
.matrix td, .matrix th { border: 1px solid var(--line); } .matrix tbody td { text-align: center; } .same { background: var(--tint); }
@media print {
  body { --ink: #000; --paper: #fff; --dim: #444; --line: #999; --link: #000; --C: #0060A8; --M: #B3261E; --O: #00734F; --I: #8A3FA0; --A: #7A5200; --S: #3D5A73; max-width: none; padding: 0; font-size: 10pt; }
  .do { display: none; } a { color: inherit; text-decoration: none; } .scroll { overflow: visible; }
  h2, h3, thead { break-after: avoid; } thead { display: table-header-group; } tr, blockquote { break-inside: avoid; } @page { margin: 18mm; }
}
@media (forced-colors: active) { article { border-inline-start-color: CanvasText; } }
`.trim();
