// One question by the type of its fact, for every form of the console.
import type { FieldView } from '@layan/contract/staff/common';
import { Input, Text } from '@mantine/core';
import type { ComponentType } from 'react';
import './fields.css';
import type { AnswerProps } from './answer-props.ts';
import { ChoiceAnswer } from './choice-answer.tsx';
import { PlaceAnswer } from './place-answer.tsx';
import { RegionAnswer } from './region-answer.tsx';
import { RupiahAnswer } from './rupiah-answer.tsx';
import { SeveralAnswer } from './several-answer.tsx';
import { TextAnswer } from './text-answer.tsx';

const controls = {
  text: TextAnswer,
  longText: TextAnswer,
  nik: TextAnswer,
  familyCardNumber: TextAnswer,
  phone: TextAnswer,
  email: TextAnswer,
  date: TextAnswer,
  integer: TextAnswer,
  rupiah: RupiahAnswer,
  boolean: ChoiceAnswer,
  choice: ChoiceAnswer,
  multichoice: SeveralAnswer,
  region: RegionAnswer,
  geo: PlaceAnswer,
} as const satisfies Record<FieldView['type'], ComponentType<AnswerProps>>;

/** Whether there is nothing left to choose: what was decided elsewhere answers the question. */
const isSettled = ({ type, options }: FieldView): boolean => type === 'choice' && options?.length === 1;

interface Props extends Omit<AnswerProps, 'label'> {
  /** Which questions say so: those that may be left empty, or, where most may be, those that must not. */
  readonly marks?: 'optional' | 'required';
}

const remarks = {
  optional: (field: FieldView) => (field.required ? '' : ' (boleh dikosongkan)'),
  required: (field: FieldView) => (field.required ? ' (wajib)' : ''),
} as const;

export function AnswerField({ marks = 'optional', ...props }: Props) {
  const { field, problem } = props;
  const Control = controls[field.type];
  const label = `${field.label}${remarks[marks](field)}`;
  return (
    <div data-at={`fact.${field.fact}`}>
      {isSettled(field) ? (
        <Input.Wrapper label={label} labelElement="div" error={problem}>
          <Text size="sm">{field.options?.[0]?.label}</Text>
        </Input.Wrapper>
      ) : (
        <Control {...props} label={label} />
      )}
    </div>
  );
}
