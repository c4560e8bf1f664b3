// Findings where the text says what the process does not keep, or does not say what people need to understand it.
import type { CatalogueEntry } from './catalogue-entry.ts';

export const catalogueOfText = {
  'abbreviation-undefined': {
    severity: 'note',
    advice: 'Tulis kepanjangannya sekali, pada kalimat itu atau pada sebuah tafsiran.',
  },
  'contacts-contradict': {
    severity: 'warning',
    advice: 'Pastikan mana yang benar, lalu catat pada tafsiran yang merujuk kedua kalimat itu.',
  },
  'alternate-unread': {
    severity: 'warning',
    advice: 'Tulis tafsiran yang merujuk kedua kalimat dan menyebut mana yang diikuti.',
  },
  'guarantee-unbacked': {
    severity: 'warning',
    advice: 'Rujuk kalimat ini dari unsur yang memenuhinya, atau jelaskan pada tafsiran bagaimana dijamin.',
  },
  'procedure-unbacked': {
    severity: 'warning',
    advice: 'Tambahkan langkahnya, atau jelaskan pada tafsiran mengapa tidak dijalankan di sini.',
  },
  'staff-fewer-than-roles': {
    severity: 'warning',
    advice: 'Periksa jumlah pelaksana, atau jelaskan pada tafsiran siapa yang merangkap.',
  },
  'complaints-unanswered': {
    severity: 'warning',
    advice:
      'Isi "complaints" dengan layanan pengaduan instansi ini, atau tulis siapa yang menanggapi dan berapa lama.',
  },
  'channel-text-unbacked': {
    severity: 'warning',
    advice: 'Tambahkan kanal itu, atau jelaskan pada tafsiran mengapa tidak dilayani di sini.',
  },
  'channel-not-in-text': {
    severity: 'note',
    advice:
      'Jelaskan pada tafsiran bahwa kanal ini ditambahkan ("inferred"), atau rujuk kalimat yang menyebutnya.',
  },
  'promise-differs-from-text': {
    severity: 'warning',
    advice: 'Samakan lama janji dengan kalimat itu, atau jelaskan bedanya pada tafsiran ("inferred").',
  },
  'number-words-differ': {
    severity: 'warning',
    advice:
      'Pastikan mana yang benar, lalu perbaiki naskahnya, atau catat pada tafsiran yang merujuk kalimat itu.',
  },
  'open-ended-time': {
    severity: 'warning',
    advice: 'Jadikan angka itu target, dengan janji waktu di belakangnya, dan jelaskan pada tafsiran.',
  },
} as const satisfies Record<string, CatalogueEntry>;
