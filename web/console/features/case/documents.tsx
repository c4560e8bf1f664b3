// The scans, one at a time, beside the form that asks about them.
import type { CaseView } from '@layan/contract/staff/case';
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { lacking, onPaper, scansOf } from './document-choice.ts';
import { Scan } from './scan.tsx';

export function Documents({ view }: { view: CaseView }) {
  const scans = scansOf(view);
  const without = lacking(view);
  const papers = onPaper(view);
  const [chosen, setChosen] = useState<string>();
  const open = scans.find(({ id }) => id === chosen) ?? scans[0];
  return (
    <section aria-labelledby="pindaian" className="panel documents">
      <Title order={2} size="h5" id="pindaian">
        Pindaian
      </Title>
      {scans.length < 2 ? null : (
        <div className="document-tabs">
          {scans.map(({ id, label }) => (
            <Button
              key={id}
              variant={id === open?.id ? 'light' : 'default'}
              aria-pressed={id === open?.id}
              onClick={() => setChosen(id)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {papers.length === 0 ? null : (
        <Text size="sm" mt={4}>
          Kertas disimpan di loket: {papers.join(', ')}.
        </Text>
      )}
      {without.length === 0 ? null : (
        <Text size="sm" c="dark.6" mt={4}>
          Tanpa pindaian: {without.join(', ')}.
        </Text>
      )}
      {open === undefined ? null : (
        <Scan key={open.id} caseId={view.id} documentId={open.id} label={open.label} />
      )}
    </section>
  );
}
