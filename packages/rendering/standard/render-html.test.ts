import { componentNames } from '@layan/domain/standard/component-names';
import { deliveryComponents, managementComponents } from '@layan/domain/standard/components';
import type { Standard } from '@layan/domain/standard/standard';
import { aStandard, basis, portal } from '@layan/domain/testing/a-standard';
import { chance } from '@layan/domain/testing/chance';
import { randomProcess } from '@layan/domain/testing/random-process';
import { describe, expect, it } from 'vitest';
import { aBigStandard } from '../fixtures/a-big-standard.ts';
import { markupFault, textIn } from '../fixtures/well-formed.ts';
import { renderHtml } from './render-html.ts';

const base = aStandard({
  requirements: [
    { id: 'ktp', label: 'KTP', required: true, basis: { cites: ['requirements.1'] } },
    { id: 'photo', label: 'Foto rumah', required: true, basis },
  ],
  channels: [{ ...portal, requirements: ['ktp'] }],
  deadlines: [
    {
      id: 'answer',
      kind: 'promise',
      label: 'Kartu terbit',
      duration: { amount: 3, unit: 'working_day' },
      calendar: 'office',
      starts: { filed: true },
      stops: [{ step: 'work', outcome: 'done' }, { ended: true }],
      basis: { inferred: 'three-days', cites: ['requirements.1'] },
    },
    {
      id: 'inside',
      kind: 'norm',
      label: 'Norma dalam',
      duration: { amount: 1, unit: 'working_day' },
      calendar: 'office',
      starts: { filed: true },
      stops: [{ ended: true }],
      basis,
    },
  ],
});

const standard: Standard = {
  ...base,
  components: [
    ...base.components,
    {
      key: 'requirements',
      title: 'Syarat-syarat',
      sentences: [
        { id: 'requirements.1', label: '1.1', text: 'Fotocopy KTP <asli> & materai', source: 'uji' },
      ],
      alternates: [{ id: 'requirements.1.lain', text: 'Fotokopi KTP', source: 'uji' }],
    },
  ],
  readings: [
    {
      id: 'three-days',
      statement: 'Tiga hari berarti hari kerja.',
      why: 'Naskah diam.',
      cites: ['requirements.1'],
    },
  ],
};

const html = renderHtml(standard);
const text = textIn(html);

describe('the official document', () => {
  it('is a whole page in Indonesian that loads nothing and runs nothing', () => {
    expect(markupFault(html)).toBeUndefined();
    expect(html).toMatch(/^<!doctype html>\n<html lang="id">/);
    expect(html).toContain(`content="default-src 'none'`);
    expect(html).not.toMatch(/<script|\son\w+=|\ssrc=|<link|@import|url\(/);
  });

  it('has one heading of the first level and skips none; names are unique and references lead somewhere', () => {
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]+)"|aria-labelledby="([^"]+)"/g)];
    expect(targets.length).toBeGreaterThan(3);
    for (const [, link, label] of targets) expect(ids).toContain(link ?? label);
  });

  it('names all fourteen components in the order of the law, and says which are missing', () => {
    const places = [...deliveryComponents, ...managementComponents].map((key) =>
      html.search(new RegExp(`<h4>\\d\\. ${componentNames[key]}</h4>`)),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text).toContain('Memuat 2 dari 14 komponen');
    expect(text).toContain('Belum dimuat: Jangka waktu penyelesaian, Biaya/tarif');
    expect(html.match(/Belum dimuat dalam dokumen sumber/g)).toHaveLength(12);
  });

  it('keeps sentences word for word with their printed labels, and other wordings apart', () => {
    expect(html).toContain(
      '<li id="kalimat-requirements.1"><span class="nomor">1.1</span> <span>Fotocopy KTP &lt;asli&gt; &amp; materai</span></li>',
    );
    expect(text).toContain('Judul pada dokumen: Syarat-syarat');
    expect(text).toMatch(/tidak diikuti: Fotokopi KTP \(Dokumen uji\)/);
  });

  it('says whether it was enacted', () => {
    expect(text).toContain('Belum ditetapkan');
    const enacted = textIn(
      renderHtml({ ...standard, decree: { number: '12/2026', enactedOn: '2026-03-02' } }),
    );
    expect(enacted).toContain('Ditetapkan dengan Keputusan Nomor 12/2026 tanggal 2 Maret 2026');
    expect(enacted).not.toContain('Belum ditetapkan');
  });

  it('carries the letterhead, version and hash it is given', () => {
    const { government, agency } = {
      government: 'Pemerintah Kota Uji',
      agency: { name: 'Dinas <Uji>', phone: '(0335) 000000' },
    };
    const given = renderHtml(standard, {
      government,
      agency,
      version: { number: 3, hash: 'abc', publishedOn: '2 Maret 2026' },
      confirmed: {},
    });
    for (const words of [
      government,
      'Dinas <Uji>',
      'Telepon (0335) 000000',
      'Versi 3, diterbitkan 2 Maret 2026.',
      'Sidik isi: abc',
      'Belum dikonfirmasi.',
    ])
      expect(textIn(given)).toContain(words);
    expect(text).not.toContain('Versi');
    expect(textIn(renderHtml(standard, { confirmed: { 'three-days': 'Warga Uji Satu' } }))).toContain(
      'Dikonfirmasi Warga Uji Satu.',
    );
  });

  it('tells what is asked and promised with the sentence it comes from', () => {
    expect(text).toContain('KTP Portal Wajib. Fotocopy KTP <asli>');
    expect(text).toMatch(
      /Kartu terbit ?Janji 3 hari kerja menurut jam kerja kantor Dihitung sejak permohonan diterima, sampai langkah 1 \(Kerjakan work\), atau perkara selesai\./,
    );
    expect(html).toContain(
      '<q>Fotocopy KTP &lt;asli&gt; &amp; materai</q> <span class="ket">(Persyaratan 1.1)</span>',
    );
    expect(html).toContain('<a class="tafsiran-rujukan" href="#tafsiran-three-days">Tafsiran 1</a>');
  });

  it('keeps to itself what only the agency sees: norms, and what staff bring', () => {
    expect(text).not.toContain('Norma dalam');
    expect(text).not.toContain('Foto rumah');
  });

  it('keeps readings apart from the text', () => {
    const apart = html.slice(html.indexOf('<section id="tafsiran"'));
    expect(textIn(apart)).toContain('Bukan bagian dari naskah resmi.');
    expect(apart).toContain('Tiga hari berarti hari kerja.');
    expect(html.slice(0, html.indexOf('<section id="tafsiran"'))).not.toContain('Tiga hari berarti');
  });

  it('is printed on the paper that is asked for, the flowchart across it, pages counted', () => {
    expect(html).not.toMatch(/[^-]size: \d/);
    expect(html).toContain('@page bagan { size: landscape;');
    expect(renderHtml(standard, { paper: 'F4' })).toContain('@page { size: 215mm 330mm;');
    expect(renderHtml(standard, { paper: 'F4' })).toContain('@page bagan { size: 330mm 215mm;');
    expect(html).toContain('counter(page)');
  });

  it('lets no title out of its style sheet', () => {
    const hostile = renderHtml({ ...standard, shortTitle: '</style><b>"; } * { color: red' });
    expect(hostile.match(/<\/style>/g)).toHaveLength(1);
    expect(markupFault(hostile)).toBeUndefined();
    const style = /<style>(.*?)<\/style>/s.exec(hostile)?.[1] ?? '';
    expect(style).toContain('color  red');
    expect(style).not.toContain('color: red');
  });

  it('cuts the flowchart into sheets that fit a page, nothing lost', () => {
    const big = renderHtml(aBigStandard(40, 4));
    const heights = [...big.matchAll(/<svg class="isi"[^>]*viewBox="0 (\S+) (\S+) ([^"]+)"/g)].map(
      ([, top, width, height]) => ({ top: Number(top), width: Number(width), height: Number(height) }),
    );
    expect(heights.length).toBeGreaterThan(3);
    let end = 0;
    for (const { top, width, height } of heights) {
      expect(top).toBeCloseTo(end, 5);
      expect(height / width).toBeLessThan(0.64);
      end = top + height;
    }
    expect(markupFault(big)).toBeUndefined();
  });

  it('is whole for any process', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      expect(markupFault(renderHtml(aStandard(randomProcess(chance(seed)))))).toBeUndefined();
    }
  });
});
