// What the citizen wrote, with identifiers masked; showing one takes a reason.
import type { CaseView } from '@layan/contract/staff/case';
import { Text, Title } from '@mantine/core';
import { Unmask } from './unmask.tsx';

export function Facts({ view }: { view: CaseView }) {
  const groups = [...new Set(view.facts.map(({ group }) => group))];
  const closed = view.facts.some(({ masked, unmaskable }) => masked && !unmaskable);
  return (
    <section aria-labelledby="data" className="panel">
      <Title order={2} size="h5" id="data">
        Data berkas
      </Title>
      {closed ? (
        <Text size="xs" c="dark.6" mt={4}>
          Data bertitik hanya terbuka bagi petugas yang langkahnya sedang berjalan.
        </Text>
      ) : null}
      {groups.map((group) => (
        <div key={group} className="fact-group">
          <h3>{group}</h3>
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
