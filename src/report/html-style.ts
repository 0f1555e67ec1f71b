/** The page's look, in light and in dark. */
export const style = `
:root { color-scheme: light dark; --line: #d8dde3; --muted: #667; --added: #e6f6ec; --removed: #fdeaea; --place: #6b4fbb; --panel: #f7f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3a4048; --muted: #9aa3ad; --added: #12331f; --removed: #3d1a1c; --place: #b39dff; --panel: #1e2227; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 1160px; margin: 0 auto; padding: 24px 20px 48px; }
h1 { font-size: 22px; margin: 0 0 16px; }
h2 { font-size: 16px; margin: 32px 0 8px; overflow-wrap: anywhere; }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
ul { margin: 0 0 8px; padding-left: 20px; }
pre { margin: 0; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); overflow-x: auto; padding: 8px 0; }
pre span { display: block; padding: 0 12px; min-width: max-content; }
.added { background: var(--added); } .removed { background: var(--removed); } .place { color: var(--place); }
.header { color: var(--muted); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; } th, td { text-align: left; padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
`;
