/** The page's look, in light and in dark. */
export const style = `
:root { color-scheme: light dark; --line: #d8dde3; --muted: #667; --ok: #1a7f4b; --bad: #c62f2f; --warn: #a15c00; --handles: #6b4fbb; --fds: #0b7285; --panel: #f7f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3a4048; --muted: #9aa3ad; --ok: #4cc38a; --bad: #ff6b6b; --warn: #ffb454; --handles: #b39dff; --fds: #4dd0e1; --panel: #1e2227; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 1160px; margin: 0 auto; padding: 24px 20px 48px; }
h1 { font-size: 22px; margin: 0 0 4px; }
h2 { font-size: 16px; margin: 28px 0 8px; }
h3 { font-size: 13px; margin: 14px 0 4px; color: var(--muted); font-weight: 600; }
code { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.facts { color: var(--muted); margin: 0 0 16px; }
.verdict { display: inline-block; padding: 6px 12px; border-radius: 6px; font-weight: 600; border: 1px solid currentColor; }
.verdict.proven { color: var(--ok); } .verdict.not-proven { color: var(--bad); }
.sides { margin-top: 16px; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 20px; }
.side { border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; min-width: 0; }
.side > h2 { margin: 0 0 2px; }
svg { width: 100%; height: auto; display: block; }
svg text { font: 11px system-ui, sans-serif; fill: var(--muted); }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .invocation { fill: var(--ok); opacity: .75; } svg .invocation.error, svg .invocation.exit { fill: var(--warn); } svg .invocation.timeout { fill: var(--bad); }
svg .late { fill: var(--bad); } svg .log { fill: var(--muted); } svg text.from { fill: var(--bad); font-size: 9px; }
svg polyline { fill: none; stroke-width: 2; } .handles { color: var(--handles); } .descriptors { color: var(--fds); }
.handles polyline, .descriptors polyline { stroke: currentColor; } .handles circle, .handles rect, .descriptors circle, .descriptors rect { fill: currentColor; }
.finding { border-left: 4px solid var(--muted); background: var(--panel); padding: 8px 12px; margin: 8px 0; border-radius: 0 6px 6px 0; }
.finding.error { border-color: var(--bad); } .finding.warning { border-color: var(--warn); }
.finding p { margin: 2px 0; } .finding .kind { font-weight: 600; }
.muted { color: var(--muted); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid var(--line); vertical-align: top; }
`;
