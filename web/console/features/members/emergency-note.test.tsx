import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { EmergencyNote } from './emergency-note.tsx';

const emergency = {
  until: '2026-02-04T02:30:00.000Z',
  reason: 'Antrean surat berhenti sejak pagi.',
  confirmedBy: 'Admin Dua',
};
const show = (state: 'active' | 'deactivated', given: { emergency?: typeof emergency }) =>
  render(
    <MantineProvider>
      <EmergencyNote member={{ state, ...given }} zone="Asia/Jakarta" />
    </MantineProvider>,
  );

describe('an emergency access among the members', () => {
  it('says until when, why, and who confirmed it', () => {
    show('active', { emergency });
    const { textContent } = document.body;
    expect(textContent).toMatch(/Akses darurat sampai Rabu, 4 Februari 2026 pukul 09[.:]30/);
    expect(screen.getByText(/Antrean surat berhenti/)).toBeDefined();
    expect(screen.getByText(/Admin Dua/)).toBeDefined();
  });
});
