import { describe, expect, it } from 'vitest';
import { channelsNamedIn, channelsOfferedIn } from './channel-words.ts';

describe('a sentence offers a way in', () => {
  it.each([
    ['Pemohon mengajukan permohonan lewat portal.', ['portal']],
    ['Permohonan dapat disampaikan melalui WhatsApp atau surel.', ['email', 'chat']],
    ['Masyarakat mengadu lewat kotak saran, atau datang langsung.', ['counter', 'box']],
    ['Pengaduan melalui surat ditujukan kepada kepala dinas.', ['letter']],
    ['Pengaduan melalui SP4N-LAPOR!', ['national']],
  ])('%s', (text, kinds) => {
    expect(channelsOfferedIn(text, false)).toEqual(kinds);
  });
});

describe('a sentence offers none', () => {
  it.each([
    'Petugas mengirim surat rekomendasi melalui surel.',
    'Pemohon menerima pemberitahuan lewat SMS.',
    'Diusulkan lewat operator di desa masing-masing.',
    'Petugas membuat surat keterangan.',
    'Warga wajib lapor kepada RT.',
  ])('%s', (text) => {
    expect(channelsOfferedIn(text, false)).toEqual([]);
  });
});

it('finds them at the head of a time', () => {
  expect(channelsOfferedIn('WhatsApp: 2 hari kerja', true)).toEqual(['chat']);
  expect(channelsOfferedIn('Surat rekomendasi: 2 hari kerja', true)).toEqual([]);
  expect(channelsOfferedIn('Melalui media surat : paling lama 7 hari kerja', true)).toEqual(['letter']);
});

it('knows them by the names people use', () => {
  expect(channelsNamedIn('Telp. (0335) 421431, FB, e-mail')).toEqual(['phone', 'email', 'socialMedia']);
});
