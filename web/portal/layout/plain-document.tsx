// The frame when no tenant is known: nothing of any local government may show, and no stylesheet can be named.
import type { Child } from 'hono/jsx';

export const PlainDocument = ({ title, children }: { title: string; children?: Child }) => (
  <html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <link rel="stylesheet" href="/aset/polos.css" />
    </head>
    <body>
      <main id="isi" class="column">
        {children}
      </main>
    </body>
  </html>
);
