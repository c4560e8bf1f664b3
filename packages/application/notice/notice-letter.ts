// A letter as text and as plain HTML, from the same paragraphs. No pictures and nothing loaded from elsewhere: mail
// readers block both, and a picture would tell us who reads when.

export interface LetterSection {
  readonly title?: string;
  readonly lines: readonly string[];
}

export interface Letter {
  readonly title: string;
  readonly sections: readonly LetterSection[];
  readonly link: { readonly label: string; readonly url: string };
  readonly foot: readonly string[];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

export const letterText = ({ title, sections, link, foot }: Letter): string =>
  [
    title,
    ...sections.map(({ title: heading, lines }) =>
      [...(heading === undefined ? [] : [`${heading}:`]), ...lines].join('\n'),
    ),
    `${link.label}:\n${link.url}`,
    ['--', ...foot].join('\n'),
  ].join('\n\n');

const paragraphs = (lines: readonly string[], style = ''): string =>
  lines.map((line) => `<p${style}>${escaped(line)}</p>`).join('');

export const letterHtml = ({ title, sections, link, foot }: Letter): string =>
  [
    '<!doctype html><html lang="id"><head><meta charset="utf-8">',
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>`,
    '<body style="margin:0 auto;max-width:36rem;padding:1rem;font:1.125rem/1.6 system-ui,sans-serif;color:#1d2b33">',
    `<h1 style="font-size:1.4rem">${escaped(title)}</h1>`,
    ...sections.map(
      ({ title: heading, lines }) =>
        `${heading === undefined ? '' : `<h2 style="font-size:1.15rem">${escaped(heading)}</h2>`}${paragraphs(lines)}`,
    ),
    `<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>`,
    '<hr>',
    paragraphs(foot, ' style="font-size:1rem;color:#4a5b65"'),
    '</body></html>',
  ].join('');
