// What no line of the product may do, wherever it stands: said once, so that nobody has to remember it in a review.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PRODUCT = ['packages', 'functions', 'web'];
const besides = /\/(fixtures|testing)\/|\.test\.tsx?$|\/packages\/rendering\/fonts\//;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'node_modules' || entry.name === 'dist' ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });

const sources = PRODUCT.flatMap((folder) =>
  filesIn(join(ROOT, folder))
    .filter((path) => /\.tsx?$/.test(path) && !besides.test(path))
    .map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') })),
);

/** Comments speak about many things. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const where = (pattern: RegExp, among = /./): readonly string[] =>
  sources.filter(({ path, text }) => among.test(path) && pattern.test(code(text))).map(({ path }) => path);

describe('the code of the product', () => {
  it('is all looked at', () => {
    expect(sources.length).toBeGreaterThan(900);
  });

  it.each<[string, RegExp]>([
    ['makes code out of text', /\beval\(|\bnew Function\(|\bsetTimeout\(\s*['"`]|node:vm\b/],
    ['starts another program', /child_process|execFile|\bspawn\(/],
    [
      'writes HTML past what escapes it',
      /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/,
    ],
    ['reads XML with entities', /libxmljs|xml2js|fast-xml-parser|['"]sax['"]|text\/xml['"]\s*\)/],
    ['holds a line open to a browser', /\bnew WebSocket\(|\bnew EventSource\(/],
    [
      'hashes or seals in a way that is broken',
      /createHash\(\s*['"](md5|sha-?1)|createCipheriv\(\s*['"](?!aes-256-gcm)|-(ecb|cbc)['"]|RSA_PKCS1_PADDING/i,
    ],
    ['takes messages from other windows', /window\.addEventListener\(\s*['"]message|window\.onmessage/],
    ['queries with SQL or PartiQL', /ExecuteStatement|\bSELECT\s+.+\bFROM\b/],
  ])('never %s', (_what, pattern) => {
    expect(where(pattern)).toEqual([]);
  });

  it('puts HTML as it is on two pages only, which show what our own drawing of a standard escaped', () => {
    expect(where(/\braw\(|\bhtml`/, /^(web\/portal|functions)\//)).toEqual([
      'web/portal/pages/official-document.tsx',
      'web/portal/pages/public-draft.tsx',
    ]);
  });

  it('asks no address on a server that anybody could have typed: who calls out is listed', () => {
    const calls =
      /(?<![.\w])fetch\(|node:(http|https|net|tls|dgram|dns)\b|['"](undici|axios|got|node-fetch)['"]/;
    expect(where(calls, /^(packages|functions)\//)).toEqual([
      // The command of the workspace, run by an operator, against a local stack.
      'packages/cli/input/open-trail.ts',
    ]);
  });

  it('opens addresses of AWS and of the issuer in three places only, each from its settings', () => {
    const clients = where(
      /createRemoteJWKSet|new HttpRequest\(|NodeHttpHandler\(/,
      /^(packages|functions)\//,
    );
    for (const path of clients) expect(path).toMatch(/^packages\/(storage|http)\//);
  });

  it('draws what must not be guessed from the system’s randomness, and uses the other one for waiting only', () => {
    const lines = sources.flatMap(({ path, text }) =>
      code(text)
        .split('\n')
        .filter((line) => line.includes('Math.random'))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/await wait\(Math\.random\(\)/);
  });

  it('says where a form or a page goes on by paths of its own, never by what a request says', () => {
    const told = /redirect\([^)]*req\.(query|header|param)|location['"]?\s*[,:]\s*c\.req/;
    expect(where(told, /^(functions|packages)\//)).toEqual([]);
  });
});
