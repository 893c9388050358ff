/** The few pages that are shown to who is not let in: plain words, nothing of the application. */
const page = (title: string, body: string, head = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>${head}
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }
code { font-family: ui-monospace, monospace }
</style>
</head>
<body>
<h1>${title}</h1>
${body}
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
