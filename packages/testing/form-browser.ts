// A browser without scripts: keeps cookies, follows redirects and links, fills in and sends forms as HTML says.
// It reads the portal's own markup, not any page of the web.

export interface SentRequest {
  readonly method: string;
  readonly url: string;
}

type Answer = (request: Request) => Response | Promise<Response>;

const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Attributes of one tag. */
export const attributesOf = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      unescapeHtml(value),
    ]),
  );

/** What a person reads: no tags, single blanks. */
export const textOf = (html: string): string =>
  unescapeHtml(
    html
      .replace(/<(head|script|noscript)\b.*?<\/\1>/gs, ' ')
      .replace(/<wbr\s*\/?>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();

export interface PageForm {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  readonly button: string;
  /** Values as they stand, by name. */
  readonly values: ReadonlyMap<string, string>;
}

const valuesOf = (form: string): Map<string, string> => {
  const values = new Map<string, string>();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const { name, value = '', type, checked } = attributesOf(tag);
    if (name === undefined || type === 'file') continue;
    if (type === 'radio' && checked === undefined) continue;
    values.set(name, value);
  }
  for (const [, tag = '', inner = ''] of form.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)) {
    values.set(attributesOf(` ${tag}`).name ?? '', unescapeHtml(inner));
  }
  for (const [, tag = '', inner = ''] of form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const options = [...inner.matchAll(/<option\b[^>]*>/g)].map(([option]) => attributesOf(option));
    const chosen = options.find((option) => option.selected !== undefined) ?? options[0];
    values.set(attributesOf(` ${tag}`).name ?? '', chosen?.value ?? '');
  }
  return values;
};

export const formsOf = (html: string): readonly PageForm[] =>
  [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', inner = '']) => {
    const { action = '', method = 'get', enctype } = attributesOf(` ${tag}`);
    return {
      action,
      method: method.toUpperCase(),
      multipart: enctype === 'multipart/form-data',
      button: textOf(/<button\b[^>]*>(.*?)<\/button>/s.exec(inner)?.[1] ?? ''),
      values: valuesOf(inner),
    };
  });

export class FormBrowser {
  readonly cookies = new Map<string, string>();
  readonly requests: SentRequest[] = [];
  readonly setCookies: string[] = [];
  private readonly answer: Answer;
  private readonly origin: string;
  url = '';
  status = 0;
  html = '';
  headers = new Headers();

  constructor(answer: Answer, origin: string) {
    this.answer = answer;
    this.origin = origin;
  }

  get path(): string {
    return new URL(this.url).pathname;
  }

  get text(): string {
    return textOf(this.html);
  }

  get heading(): string {
    return textOf(/<h1\b[^>]*>(.*?)<\/h1>/s.exec(this.html)?.[1] ?? '');
  }

  get forms(): readonly PageForm[] {
    return formsOf(this.html);
  }

  /** The form whose button says this. */
  form(button: string): PageForm {
    const found = this.forms.find((form) => form.button === button);
    if (!found)
      throw new Error(
        `no form "${button}" on ${this.url}: ${this.forms.map((form) => form.button).join(', ')}`,
      );
    return found;
  }

  open(path: string): Promise<this> {
    return this.request('GET', path);
  }

  /** Follows the link with this text. */
  follow(text: string): Promise<this> {
    const links = [...this.html.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gs)];
    const found = links.find(([, , inner = '']) => textOf(inner) === text);
    if (!found) throw new Error(`no link "${text}" on ${this.url}: ${this.text}`);
    return this.open(attributesOf(` ${found[1] ?? ''}`).href ?? '');
  }

  /** Fills in the form with this button and sends it. Unknown names are a mistake of the test. */
  send(button: string, filled: Readonly<Record<string, string>> = {}): Promise<this> {
    const form = this.form(button);
    const values = new Map(form.values);
    for (const [name, value] of Object.entries(filled)) {
      if (!this.html.includes(`name="${name}"`)) throw new Error(`no input "${name}" on ${this.url}`);
      values.set(name, value);
    }
    return this.request('POST', form.action, new URLSearchParams([...values]));
  }

  async request(
    method: string,
    path: string,
    body?: URLSearchParams,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<this> {
    const url = new URL(path, this.url || this.origin);
    this.requests.push({ method, url: url.href });
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.answer(
      new Request(url, {
        method,
        ...(body ? { body: body.toString() } : {}),
        headers: {
          host: url.host,
          ...(cookie === '' ? {} : { cookie }),
          ...(method === 'POST'
            ? { origin: this.origin, 'content-type': 'application/x-www-form-urlencoded' }
            : {}),
          ...headers,
        },
      }),
    );
    this.keepCookies(response);
    const location = response.headers.get('location');
    if (response.status === 303 && location !== null) return this.request('GET', location);
    this.url = url.href;
    this.status = response.status;
    this.headers = response.headers;
    this.html = await response.text();
    return this;
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0\b/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
  }
}
