// @vitest-environment happy-dom
import type { LadderView } from '@layan/contract/staff/case';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Ladder, Returns } from './ladder.tsx';

afterEach(cleanup);

type Tier = LadderView['tiers'][number];
const tier = (role: string, changes: Partial<Tier> = {}): Tier => ({
  step: role,
  label: `Paraf ${role}`,
  role,
  verb: 'initial',
  state: 'ahead',
  ...changes,
});
const ladder = (tiers: readonly Tier[], returns: LadderView['returns'] = []): LadderView => ({
  draft: 'draft',
  label: 'Susun konsep',
  role: 'Front Office',
  tiers: [...tiers],
  returns,
});
const show = (children: React.ReactNode) => render(<MantineProvider env="test">{children}</MantineProvider>);
const rungs = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

it('tells who has done what, where it stands and whom it meets next', () => {
  show(
    <Ladder
      ladder={ladder([
        tier('Kasi', { state: 'done', by: 'Petugas Uji 5 (Kasi)' }),
        tier('Kabid', { state: 'done', by: 'Petugas Uji 6 (Sekretaris)', verb: 'correct' }),
        tier('Sekretaris', { state: 'skipped', why: 'away' }),
        tier('Kadis', { state: 'now', verb: 'sign' }),
        tier('Bupati', { verb: 'sign' }),
      ])}
    />,
  );
  expect(rungs()).toEqual([
    'Front Office disusun',
    'Kasi diparaf Petugas Uji 5',
    'Kabid dikoreksi Petugas Uji 6 (Sekretaris)',
    'Sekretaris dilewati: sedang tidak di tempat',
    'Kadis di sini, menunggu tanda tangan',
    'Bupati tanda tangan',
  ]);
  expect(screen.getAllByRole('listitem').filter((one) => one.hasAttribute('aria-current'))).toHaveLength(1);
});

it('stands at its writer while it is written', () => {
  show(<Ladder ladder={ladder([tier('Kasi')])} />);
  expect(rungs()).toEqual(['Front Office di sini, disusun', 'Kasi paraf']);
  expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-current')).toBe('step');
});

it('keeps the notes of every return, the last in sight', () => {
  const returns = ['Pertama.', 'Kedua.'].map((note, at) => ({ by: 'Kabid', when: `Hari ${at}`, note }));
  show(<Returns ladder={ladder([], returns)} lastIsShown={false} />);
  expect(screen.getByText('“Kedua.”')).toBeTruthy();
  expect(screen.queryByText('“Pertama.”')).toBeNull();
  const earlier = screen.getByText('Catatan sebelumnya (1)').closest('details');
  if (earlier === null) throw new Error('no earlier notes');
  earlier.open = true;
  fireEvent(earlier, new Event('toggle'));
  expect(screen.getByText('“Pertama.”')).toBeTruthy();
});
