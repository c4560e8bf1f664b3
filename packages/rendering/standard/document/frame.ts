// A page of its own around a document: nothing is loaded, nothing runs.
import { type Markup, markup } from '../markup.ts';

export const framed = (title: string, styles: string, body: Markup): string =>
  markup`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${{ markup: styles }}
</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
