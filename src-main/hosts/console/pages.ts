const mark = `<svg viewBox="0 0 20 20" fill="none" aria-hidden="true"><rect width="20" height="20" rx="5" fill="#3257d6"/><path d="M4.5 10h5M9.5 5.5h2A2.5 2.5 0 0 1 14 8v4a2.5 2.5 0 0 1-2.5 2.5h-2M9.5 10h6M4.5 5.5h5M4.5 14.5h5" stroke="#fff" stroke-width="1.6" stroke-linecap="round"/></svg>`

/** The few pages that are shown to who is not let in: plain words, nothing of the application. */
const page = (title: string, body: string, head = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>${head}
<style>
:root { --bg: #f6f7f9; --surface: #fff; --line: #e4e7ec; --t1: #161a20; --t2: #454e5b; --accent-t: #2b4cc0 }
@media (prefers-color-scheme: dark) {
  :root { --bg: #0e1114; --surface: #15191e; --line: #242a32; --t1: #e6eaef; --t2: #b3bcc7; --accent-t: #8fa9fa }
}
body { margin: 0; padding: 18vh 20px 0; font: 13px/20px Inter, system-ui, sans-serif; color: var(--t2); background: var(--bg) }
main { max-width: 480px; margin: 0 auto; padding: 20px 24px 22px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px }
header { display: flex; align-items: center; gap: 8px; margin-bottom: 18px; font-weight: 600; color: var(--t1) }
header svg { width: 20px }
h1 { margin: 0; font-size: 18px; line-height: 24px; color: var(--t1) }
p { margin: 6px 0 0 }
a { color: var(--accent-t) }
code { padding: 1px 5px; font: 12px/18px ui-monospace, monospace; color: var(--t1); border: 1px solid var(--line); border-radius: 4px }
</style>
</head>
<body>
<main>
<header>${mark}Trunkline</header>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`

const newLink =
  '<p>On the computer that runs Trunkline, <code>trunkline console-link</code> prints a new link.</p>'

export const notLetIn = page(
  'This browser is not signed in',
  `<p>The console was started anew, or this browser has never opened its link.</p>${newLink}`,
)

export const linkUsed = page(
  'This link no longer works',
  `<p>A link opens the console once, within ten minutes.</p>${newLink}`,
)

/**
 * Goes on to the console by itself. A redirect would not do: after a link in a chat or a mail the browser counts it as
 * coming from that site and would withhold the SameSite=Strict cookie.
 */
export const letIn = page(
  'Opening Trunkline …',
  '<p><a href="/">Go on</a></p>',
  '<meta http-equiv="refresh" content="0;url=/">',
)
