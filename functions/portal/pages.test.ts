import { gzipSync } from 'node:zlib';
import { attributesOf, textOf } from '@layan/testing/form-browser';
import { beforeAll, describe, expect, it } from 'vitest';
import { TYPED } from './fixtures/a-citizen.ts';
import { type APortal, aPortal } from './fixtures/a-portal.ts';
import { allPages, type SeenPage } from './fixtures/all-pages.ts';

let portal: APortal;
let pages: readonly SeenPage[];

beforeAll(async () => {
  portal = await aPortal();
  pages = await allPages(portal);
}, 60_000);

const each = (check: (page: SeenPage) => void) => {
  expect(pages.length).toBeGreaterThan(25);
  for (const page of pages) check(page);
};

const tags = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => attributesOf(tag));

describe('every page', () => {
  it('is the page that was meant', () => {
    const statuses = Object.fromEntries(pages.map(({ name, status }) => [name, status]));
    expect(statuses).toMatchObject({
      start: 200,
      'not found': 404,
      'no filing': 403,
      'no open file': 403,
      'wrong way': 405,
      'question with problems': 422,
      'tracking, wrong': 422,
      receipt: 200,
      'own file, refused': 200,
      objection: 200,
      'objection, receipt': 200,
      'objection, filed before': 409,
      'own objection': 200,
      card: 200,
      'card, unknown': 404,
      'checking cards, mistyped': 422,
      'own file, ended': 200,
    });
  });

  it('says its language, its one heading and its landmarks', () =>
    each(({ name, html }) => {
      expect(html, name).toMatch(/^<!doctype html><html lang="id">/);
      expect(html.match(/<h1\b/g), name).toHaveLength(1);
      expect(html.match(/<main\b/g), name).toHaveLength(1);
      expect(html, name).toMatch(/<title>[^<]{5,}<\/title>/);
      expect(html, name).toContain('<a class="skip" href="#isi">');
      expect(html, name).toContain('<main id="isi"');
      expect(html, name).toMatch(/<header\b.*<nav aria-label="Utama">.*<footer\b/s);
    }));

  it('asks for words that are no answer to a question of a service only where that is known, and for few of them', () => {
    const facts = new Set(portal.standard.process.facts.map(({ id }) => id));
    const asked = new Map<string, string>();
    each(({ html }) => {
      const boxes = [...tags(html, 'textarea'), ...tags(html, 'input').filter(({ type }) => type === 'text')];
      for (const { name = '', maxlength = '' } of boxes) if (!facts.has(name)) asked.set(name, maxlength);
    });
    // Why somebody withdraws is held to a page by ownWords; a code, a secret and a ticket are read as such.
    expect(Object.fromEntries(asked)).toEqual({ alasan: '500', kode: '24', tiket: '24' });
  });

  it('has headings without a gap between their levels', () =>
    each(({ name, html }) => {
      const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
      // A message at the top may come before the heading of the page.
      const own = levels.slice(levels.indexOf(1));
      own.forEach((level, at) => {
        expect(level - (own[at - 1] ?? 0), `${name}: ${own}`).toBeLessThanOrEqual(1);
      });
    }));

  it('has ids that are unique and references that lead somewhere', () =>
    each(({ name, html }) => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      const references = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)];
      for (const [, reference = ''] of references) {
        for (const id of reference.split(' ')) expect(ids, `${name}: ${id}`).toContain(id);
      }
      for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids, `${name}: #${id}`).toContain(id);
    }));

  it('names every input', () =>
    each(({ name, html }) => {
      const labelled = new Set(tags(html, 'label').map(({ for: id }) => id));
      for (const input of [...tags(html, 'input'), ...tags(html, 'select'), ...tags(html, 'textarea')]) {
        if (input.type === 'hidden') continue;
        expect(labelled.has(input.id ?? ''), `${name}: ${input.name}`).toBe(true);
      }
      for (const [, inner = ''] of html.matchAll(/<(?:button|a)\b[^>]*>(.*?)<\/(?:button|a)>/gs)) {
        expect(textOf(inner), name).not.toBe('');
      }
    }));

  it('has no script, style or handler inside, and loads nothing from elsewhere', () =>
    each(({ name, html }) => {
      expect(html, name).not.toMatch(/\sstyle="|<style\b|\son\w+="|javascript:/);
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts[0], name).toMatch(/^<script type="module" src="\/aset\/bantu-[0-9a-f]{12}\.js">$/);
      for (const other of scripts.slice(1)) {
        expect(other, name).toMatch(/^<script type="module" src="\/periksa\/kartu-[0-9a-f]{12}\.js">$/);
      }
      expect(scripts.length, name).toBe(/data-card-check/.test(html) ? 2 : 1);
      for (const { src, href } of [...tags(html, 'img'), ...tags(html, 'link')]) {
        expect(src ?? href, name).toMatch(/^\/aset\//);
      }
    }));

  it('speaks plainly: no "error", "submit" or "OK" where people read', () =>
    each(({ name, html }) => expect(textOf(html), name).not.toMatch(/\b(error|submit|ok|invalid)\b/i)));

  it('sends its protection along', () =>
    each(({ name, headers }) => {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, name).toContain("default-src 'none'");
      expect(policy, name).toContain("frame-ancestors 'none'");
      expect(policy, name).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), name).toBe('nosniff');
      expect(headers.get('referrer-policy'), name).toBe('same-origin');
      expect(headers.get('strict-transport-security'), name).toMatch(/max-age=\d{8}/);
    }));

  it('is kept by nobody when it belongs to one person', () =>
    each(({ name, headers, personal }) => {
      expect(headers.get('cache-control'), name).toBe(personal ? 'no-store' : 'private, no-cache');
    }));

  it('weighs at most 45 KB and takes at most 6 requests, script included', async () => {
    const { style, script, crest, check } = await assetsOf(portal);
    expect(style).toContain('.promise');
    expect(script).toContain('XMLHttpRequest');
    expect(check).toContain('layan-card');
    expect(gzipSync(script).length + gzipSync(check).length).toBeLessThanOrEqual(12 * 1024);
    each(({ name, html }) => {
      const bytes = [html, style, script, crest, check].reduce((sum, text) => sum + gzipSync(text).length, 0);
      expect(bytes, name).toBeLessThanOrEqual(45 * 1024);
      const loaded = new Set(
        [...html.matchAll(/(?:src|href)="(\/(?:aset|periksa\/kartu)[^"]+)"/g)].map(([, path]) => path),
      );
      expect(1 + loaded.size, name).toBeLessThanOrEqual(6);
    });
  });
});

async function assetsOf({ newBrowser }: APortal) {
  const browser = await newBrowser().open('/');
  const path = (kind: string) => new RegExp(`/aset/${kind}-[^"]+`).exec(browser.html)?.[0] ?? '';
  const get = async (kind: string) => (await newBrowser().open(path(kind))).html;
  const { html } = await newBrowser().open('/periksa');
  const checkPath = /\/periksa\/kartu-[^"]+/.exec(html)?.[0] ?? '';
  const check = (await newBrowser().open(checkPath)).html;
  return { style: await get('gaya'), script: await get('bantu'), crest: await get('lambang'), check };
}

describe('what is logged of all this', () => {
  it('names paths by their pattern and nobody by anything', () => {
    const log = portal.lines.join('\n');
    expect(portal.lines.length).toBeGreaterThan(50);
    expect(log).toContain('"operation":"/permohonan/:page"');
    for (const personal of Object.values(TYPED)) expect(log).not.toContain(personal);
    expect(log).not.toMatch(/[0-9a-hjkmnp-tv-z]{26}/);
    expect(log).not.toMatch(/"code":"L002"/);
  });
});
