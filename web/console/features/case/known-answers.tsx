// Answers the case has already, e.g. from an earlier visit: taken over on request, never by themselves.
import type { CaseView } from '@layan/contract/staff/case';
import type { FieldView } from '@layan/contract/staff/common';
import { Button } from '@mantine/core';
import { isEmpty } from './form-rules.ts';
import type { Texts } from './outcome.ts';

interface Props {
  readonly view: CaseView;
  readonly fields: readonly FieldView[];
  readonly texts: Texts;
  readonly onTake: (answers: Readonly<Record<string, string>>) => void;
}

export function KnownAnswers({ view, fields, texts, onTake }: Props) {
  const known = fields.flatMap(({ fact }): [string, string][] => {
    const value = view.ordinaryFacts[fact];
    return value === undefined || !isEmpty(texts, fact) ? [] : [[fact, String(value)]];
  });
  if (known.length === 0) return null;
  return (
    <Button variant="default" onClick={() => onTake(Object.fromEntries(known))}>
      Isi {known.length} jawaban yang sudah ada di berkas
    </Button>
  );
}
