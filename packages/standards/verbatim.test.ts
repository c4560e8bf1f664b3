import { describe, expect, it } from 'vitest';
import { pengaduan } from './kota-kupang/pengaduan.ts';
import { compare } from './verbatim.ts';

const [fee] = pengaduan.components.filter(({ key }) => key === 'fee');
if (!fee) throw new Error('no fee');
const standard = { ...pengaduan, components: [fee] };
const source = fee.sentences[0]?.source ?? '';

describe('a transcription', () => {
  it('is whole when every sentence is there, however the lines break', () => {
    const document = 'Kepala halaman\nTidak\n  dipungut\tbiaya\nKepala halaman';
    expect(compare(standard, source, document, ['Kepala halaman'])).toEqual({ notFound: [], leftOver: [] });
  });

  it('that changes a letter is found out, and so is the sentence that it hides', () => {
    expect(compare(standard, source, 'Tidak dipungut beaya', [])).toEqual({
      notFound: ['fee.1'],
      leftOver: ['Tidak dipungut beaya'],
    });
  });

  it('that leaves out a sentence is found out', () => {
    const document = 'Tidak dipungut biaya. Kecuali meterai. Tidak dipungut biaya';
    expect(compare(standard, source, document, []).leftOver).toEqual([
      'Tidak dipungut biaya. Kecuali meterai.',
    ]);
  });

  it('looks at the sentences of its own source alone', () => {
    expect(compare(standard, 'lain', 'Tidak dipungut biaya', []).leftOver).toEqual(['Tidak dipungut biaya']);
  });
});
