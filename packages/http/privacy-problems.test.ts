import { describe, expect, it } from 'vitest';
import { privacyProblem } from './privacy-problems.ts';

const waits = 'Setelah 5 kali salah, tunggu 10 menit; selama itu kode yang benar pun belum diterima.';

describe('who guesses a secret at the counter', () => {
  it('hears how often that may be, and how long the right one is not taken then', () => {
    const { status, detail } = privacyProblem({ code: 'ticket-or-secret-wrong' });
    expect(status).toBe(422);
    expect(detail).toContain('Nomor tiket dan kode rahasia tidak cocok.');
    expect(detail).toContain(waits);
  });

  it('hears of the secret alone where nothing else was asked for', () => {
    const { status, detail } = privacyProblem({ code: 'secret-wrong' });
    expect(status).toBe(422);
    expect(detail).toContain('Kode rahasia tidak cocok.');
    expect(detail).not.toMatch(/tiket|keduanya/i);
    expect(detail).toContain(waits);
  });
});
