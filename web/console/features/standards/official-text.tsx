// The official text, component by component, as published.
import type { Standard } from '@layan/domain/standard/standard';
import { Text, Title } from '@mantine/core';
import { Disclosure } from '../../shared/disclosure.tsx';

export function OfficialText({ standard }: { standard: Standard }) {
  return (
    <section className="panel" aria-labelledby="naskah">
      <Title order={2} size="h5" id="naskah">
        Naskah resmi ({standard.components.length} dari 14 komponen)
      </Title>
      {standard.components.map(({ key, title, sentences }) => (
        <Disclosure key={key} summary={title}>
          {sentences.map(({ id, label, text }) => (
            <Text key={id} size="sm" mt={4}>
              {label === undefined ? '' : `${label} `}
              {text}
            </Text>
          ))}
        </Disclosure>
      ))}
    </section>
  );
}
