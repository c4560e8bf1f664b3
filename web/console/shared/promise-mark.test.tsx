// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PromiseMark } from './promise-mark.tsx';

afterEach(cleanup);

const names = {
  conditional: 'Janji bersyarat',
  running: 'Janji berjalan',
  paused: 'Janji berhenti sementara',
  kept: 'Janji ditepati',
  broken: 'Janji terlewat',
  dropped: 'Janji tidak berlaku',
} as const;

it.each(['conditional', 'running', 'paused', 'kept', 'broken', 'dropped'] as const)(
  'says in words and by a named sign how a promise stands: %s',
  (state) => {
    render(
      <MantineProvider env="test">
        <PromiseMark promise={{ state, words: 'sisa 2 hari kerja' }} />
      </MantineProvider>,
    );
    expect(screen.getByRole('img', { name: names[state] })).toBeTruthy();
    expect(screen.getByText('sisa 2 hari kerja')).toBeTruthy();
  },
);
