// @vitest-environment happy-dom
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { aStandard } from '@layan/domain/testing/a-standard';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asked, anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { Differences } from './differences.tsx';
import { Documents } from './documents.tsx';

afterEach(cleanup);

const view: StandardVersionView = {
  standard: aStandard({}),
  version: 2,
  hash: 'a'.repeat(64),
  state: 'draft',
  confirmations: {},
  unconfirmed: [],
  findings: [],
  next: [],
};

const aDocument = ({ input: { query } }: Asked) => ({
  fileName: `${JSON.stringify(query)}.html`,
  type: 'text/html',
  content: `<p>${JSON.stringify(query)}</p>`,
  ...(JSON.stringify(query).includes('flowchart') && { words: ['Langkah 1: Kerjakan.'] }),
});

const open = (answer: (asked: Asked) => unknown = aDocument) => {
  const { api, asked } = anApi(answer);
  render(
    <Surroundings api={api}>
      <Documents view={view} />
    </Surroundings>,
  );
  const details = screen.getByText('Baca, cetak, atau unduh').closest('details');
  if (details) {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  }
  return asked;
};

describe('the documents of a version', () => {
  it('are asked for only when somebody wants to read them', async () => {
    const { api, asked } = anApi(aDocument);
    render(
      <Surroundings api={api}>
        <Documents view={view} />
      </Surroundings>,
    );
    expect(asked).toEqual([]);
  });

  it('begin with the official one, in a frame in which nothing can run', async () => {
    const asked = open();
    const frame = await screen.findByTitle('Dokumen resmi');
    expect(frame.getAttribute('srcdoc')).toContain('official');
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin allow-modals');
    expect(asked.map(({ input }) => input)).toEqual([
      { params: { standardId: 'layanan-uji', version: 2 }, query: { as: 'official' } },
    ]);
  });

  it('are the SIPPN sheet and the flowchart as well, the latter also in words', async () => {
    open();
    await screen.findByTitle('Dokumen resmi');
    fireEvent.click(screen.getByRole('button', { name: 'Lembar SIPPN' }));
    expect((await screen.findByTitle('Lembar SIPPN')).getAttribute('srcdoc')).toContain('sippn');
    expect(screen.queryByText('Bagan alur dalam kata-kata')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Bagan alur' }));
    await screen.findByTitle('Bagan alur');
    expect(screen.getByText('Bagan alur dalam kata-kata')).toBeTruthy();
  });
});

describe('what a version changes', () => {
  it('is told against the version in force, and against any other that is chosen', async () => {
    const { api, asked } = anApi(({ input: { query } }) => {
      const against = JSON.stringify(query).includes('1') ? 1 : 2;
      return {
        against,
        differences: [{ kind: 'changed', place: 'title', words: `Judul sejak ${against}.` }],
      };
    });
    render(
      <Surroundings api={api}>
        <Differences view={{ ...view, version: 3 }} />
      </Surroundings>,
    );
    await screen.findByText('Judul sejak 2.');
    fireEvent.change(screen.getByLabelText('Bandingkan dengan'), { target: { value: '1' } });
    await screen.findByText('Judul sejak 1.');
    expect(screen.getByRole('heading', { name: 'Beda dengan versi 1' })).toBeTruthy();
    expect(asked.map(({ input }) => input.query)).toEqual([{}, { against: 1 }]);
  });
});
