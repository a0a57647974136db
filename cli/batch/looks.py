"""
Say what the report of a scan looks like: phone first, light and dark.
"""

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1e21; --faint: #55595f;
  --card: #f4f5f6; --no: #a3161b; --ask: #7a4b00; --yes: #14652f; }
@media (prefers-color-scheme: dark) { :root { --paper: #14161a; --ink: #ececee;
  --faint: #a9aeb6; --card: #20242a; --no: #ff9a94; --ask: #f2bf62; --yes: #7fd89a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 48rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; color: var(--answer); }
h3 { font-size: 1rem; margin: 0; }
p { margin: .25rem 0 0; }
ul { list-style: none; margin: 0; padding: 0; }
.about, .step, footer, details { color: var(--faint); }
.stop { border: 2px solid var(--ask); border-radius: .5rem; padding: .5rem .75rem;
  margin: 1rem 0; }
.do_not_publish { --answer: var(--no); }
.ask { --answer: var(--ask); }
.publish { --answer: var(--yes); }
nav ul { display: grid; gap: .5rem; margin: 1rem 0;
  grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
nav a { display: block; min-height: 3rem; padding: .5rem .75rem; border-radius: .5rem;
  background: var(--card); color: var(--answer); text-decoration: none;
  border-inline-start: .3rem solid var(--answer); }
nav a:hover { text-decoration: underline; }
nav b { display: block; font-size: 1.5rem; line-height: 1.2; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
section li { background: var(--card); border-radius: .5rem; padding: .75rem;
  margin: 0 0 .5rem; border-inline-start: .3rem solid var(--answer); }
summary { padding: .75rem 0; cursor: pointer; }
footer { margin: 2rem 0 1rem; }
@media print { section li { break-inside: avoid; } nav, footer { display: none; } }
"""
