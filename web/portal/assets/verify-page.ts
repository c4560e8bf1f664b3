/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The script of the pages that check cards. Without it the page of the record is complete; with it the code on the card
// is compared with the record, and the phone learns to check without a network.
import type { KeySet } from '@layan/domain/product/public-key';
import { isSealOf } from '@layan/domain/product/verify-letter';
import { checkCard, codeIn } from './card-check.ts';
import { type CardWords, cardWords } from './card-words.ts';
import { KEYS_PATH, keptText, refreshKeys, refreshRest, WORKER_PATH } from './kept.ts';

const element = (name: string, text: string, className = ''): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
};

const show = (box: HTMLElement, { tone, title, sentences, rows }: CardWords): void => {
  const notice = element('div', '', `notice ${tone}`);
  notice.append(element('p', title, 'notice-title'), ...sentences.map((sentence) => element('p', sentence)));
  const list = element('dl', '', 'summary');
  for (const { label, value } of rows) {
    const row = document.createElement('div');
    const answer = element('dd', value);
    answer.translate = false;
    row.append(element('dt', label), answer);
    list.append(row);
  }
  box.replaceChildren(notice, ...(rows.length === 0 ? [] : [list]));
};

const isKeySet = (value: unknown): value is KeySet =>
  typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);

const keysKept = async (): Promise<KeySet | undefined> => {
  try {
    const keys: unknown = JSON.parse((await keptText(KEYS_PATH)) ?? 'null');
    return isKeySet(keys) ? keys : undefined;
  } catch {
    return undefined;
  }
};

const idInPath = (): string | undefined => /^\/v\/([^/]+)$/.exec(location.pathname)?.[1]?.toLowerCase();

/** Checks the code in the address. `online`: the page of the record stands above. */
async function check(box: HTMLElement, online: boolean, fresh: boolean): Promise<void> {
  const code = codeIn(location.hash);
  const { tenant = '', zone = 'Asia/Jakarta', holds, paper } = box.dataset;
  const dates = new Intl.DateTimeFormat('id-ID', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  const telling = {
    online,
    holds: holds === 'yes',
    ...(paper === 'surat' && { paper: 'surat' as const }),
    now: Math.floor(Date.now() / 1000),
    date: (seconds: number) => dates.format(new Date(seconds * 1000)),
  };
  if (code === undefined) {
    if (!online) box.querySelector('[data-no-code]')?.removeAttribute('hidden');
    box.querySelector('[data-working]')?.remove();
    return;
  }
  const finding = await checkCard(code, idInPath(), {
    ...telling,
    tenant,
    origin: location.origin,
    keys: await keysKept(),
    fresh,
    findList: keptText,
  });
  show(box, cardWords(finding, telling));
}

/** The seal of the agency over the file, checked with the keys this phone has. */
async function checkSeal(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-seal]');
  const keys = await keysKept();
  const { seal = '', sha256 = '', tenant = '' } = place?.dataset ?? {};
  if (!place || !keys || seal === '') return;
  const holds = await isSealOf(seal, { tenant, sha256, id: idInPath() ?? '' }, keys);
  place.textContent = holds
    ? '✓ Segel diperiksa di HP ini: asli, untuk berkas dengan sidik jari di atas.'
    : 'Segel diperiksa di HP ini: tidak cocok. Tanyakan kepada dinas.';
}

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A file is compared on this phone, and goes nowhere. */
function compareFiles(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-sha256]');
  const answer = form?.querySelector<HTMLElement>('[data-compared]');
  const input = form?.querySelector<HTMLInputElement>('input[type=file]');
  if (!form || !answer || !input) return;
  form.addEventListener('submit', async (event) => {
    const file = input.files?.[0];
    if (!file) return;
    event.preventDefault();
    const found = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    answer.textContent = (found === form.dataset.sha256 ? form.dataset.same : form.dataset.other) ?? '';
  });
}

const register = async (): Promise<void> => {
  try {
    for (const scope of ['/v/', '/periksa']) await navigator.serviceWorker.register(WORKER_PATH, { scope });
  } catch {
    // A browser without service workers, or in private mode: the pages work online as before.
  }
};

async function start(): Promise<void> {
  compareFiles();
  const box = document.querySelector<HTMLElement>('[data-card-check]');
  if (!box) return;
  const online = box.dataset.cardCheck === 'record';
  const look = async (fresh: boolean): Promise<void> => {
    if (box.dataset.cardCheck !== 'ready') await check(box, online, fresh);
  };
  // Offline nothing is waited for: what is kept answers at once.
  if (!online) await look(false);
  const fresh = await refreshKeys();
  if (online || fresh) await look(fresh);
  await checkSeal();
  addEventListener('hashchange', () => void look(fresh));
  await register();
  const ready = await refreshRest();
  if (box.dataset.cardCheck === 'ready') {
    box.querySelector(ready ? '[data-ready]' : '[data-not-ready]')?.removeAttribute('hidden');
  }
}

void start();
