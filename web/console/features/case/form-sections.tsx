// The questions of a step in the sections of its form. A long form has a list of them that tells how far each one is.
import type { ActionView } from '@layan/contract/staff/case';
import type { FieldView } from '@layan/contract/staff/common';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { AnswerField } from '../../shared/fields/answer-field.tsx';
import { isEmpty } from './form-rules.ts';
import type { Texts } from './outcome.ts';
import { SectionList } from './section-list.tsx';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro: string | undefined;
  readonly fields: readonly FieldView[];
}

/** Fewer fit on a screen or two and need no list. */
const LONG = 12;

/** Sections in which something is asked; what stands in no section comes last. */
function sectionsOf({ pages }: Pick<ActionView, 'pages'>, fields: readonly FieldView[]): readonly Section[] {
  const inPages = new Set(pages.flatMap(({ facts }) => facts));
  const others = fields.filter(({ fact }) => !inPages.has(fact));
  return [
    ...pages.map(({ id, title, intro, facts }) => ({
      id,
      title,
      intro,
      fields: fields.filter(({ fact }) => facts.includes(fact)),
    })),
    { id: '', title: 'Isian lain', intro: undefined, fields: others },
  ].filter((section) => section.fields.length > 0);
}

interface Props {
  readonly action: ActionView;
  readonly fields: readonly FieldView[];
  readonly texts: Texts;
  readonly problemOf: (fact: string) => string | undefined;
  readonly onChange: (fact: string, value: string) => void;
}

/** What a date means that is agreed with the applicant, before it is told to them. */
function Agreed({ field: { agrees }, text }: { field: FieldView; text: string }) {
  if (agrees === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return (
    <Text size="sm" role="status">
      Menjadi janji “{agrees}”: {dayInWords(text)}.
    </Text>
  );
}

export function FormSections({ action, fields, texts, problemOf, onChange }: Props) {
  const prefix = useId();
  const sections = sectionsOf(action, fields);
  const isLong = fields.length > LONG && sections.length > 1;
  const many = sections.length > 1;
  const optional = fields.filter(({ required }) => !required).length;
  const marks = isLong && optional * 2 > fields.length ? 'required' : 'optional';
  const answer = (field: FieldView) => (
    <div key={field.fact}>
      <AnswerField
        field={field}
        marks={marks}
        value={texts[`fact.${field.fact}`] ?? ''}
        problem={problemOf(field.fact)}
        onChange={(value) => onChange(field.fact, value)}
      />
      <Agreed field={field} text={texts[`fact.${field.fact}`] ?? ''} />
    </div>
  );
  if (!many) return <>{sections.flatMap((section) => section.fields.map(answer))}</>;
  return (
    <>
      {isLong ? (
        <SectionList
          hint={marks === 'required' ? 'Selain yang bertanda wajib, boleh dikosongkan.' : undefined}
          sections={sections.map(({ id, title, fields: asked }) => ({
            anchor: `${prefix}${id}`,
            title,
            asked: asked.length,
            answered: asked.filter(({ fact }) => !isEmpty(texts, fact)).length,
            lacking: asked.filter(({ fact, required }) => required && isEmpty(texts, fact)).length,
          }))}
        />
      ) : null}
      {sections.map(({ id, title, intro, fields: asked }) => (
        <section key={id} className="form-section" aria-labelledby={`${prefix}${id}`}>
          <Title order={4} size="h5" id={`${prefix}${id}`} tabIndex={-1}>
            {title}
          </Title>
          {intro === undefined ? null : (
            <Text size="sm" c="dark.6">
              {intro}
            </Text>
          )}
          {asked.map(answer)}
        </section>
      ))}
    </>
  );
}
