// What the citizen wrote, with identifiers masked; showing one takes a reason.
import type { CaseView } from '@layan/contract/staff/case';
import { Text, Title } from '@mantine/core';
import { Unmask } from './unmask.tsx';

export function Facts({ view }: { view: CaseView }) {
  const groups = [...new Set(view.facts.map(({ group }) => group))];
  return (
    <section aria-labelledby="data" className="panel">
      <Title order={3} size="h5" id="data">
        Data berkas
      </Title>
      {groups.map((group) => (
        <div key={group} className="fact-group">
          <Text size="xs" fw={600} c="dark.6" tt="uppercase">
            {group}
          </Text>
          <dl>
            {view.facts
              .filter((fact) => fact.group === group)
              .map((fact) => (
                <div key={fact.fact}>
                  <dt>{fact.label}</dt>
                  <dd>
                    {fact.masked && fact.unmaskable ? <Unmask caseId={view.id} fact={fact} /> : fact.value}
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
