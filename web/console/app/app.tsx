// The rooms of the console and the way between them.
import { staffApi } from '@layan/contract/staff-api';
import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Redirect, Route, Switch } from 'wouter';
import { CasePage } from '../features/case/case-page.tsx';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { MembersPage } from '../features/members/members-page.tsx';
import { StandardPage } from '../features/standards/standard-page.tsx';
import { StandardsPage } from '../features/standards/standards-page.tsx';
import { useApi } from '../shared/api.ts';
import { MeProvider } from '../shared/me.ts';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

export function App({ onSignOut }: { onSignOut: () => void }) {
  const api = useApi();
  const me = useQuery({ queryKey: ['me'], queryFn: () => api.call(staffApi.whoAmI), staleTime: 60_000 });
  if (me.isPending) {
    return (
      <Center h="100vh">
        <Loader aria-label="Membuka meja kerja" />
      </Center>
    );
  }
  if (me.isError) {
    return (
      <main className="alone">
        <ProblemNotice error={me.error} retry={() => void me.refetch()} />
        <button type="button" className="plain" onClick={onSignOut}>
          Masuk dengan akun lain
        </button>
      </main>
    );
  }
  const firstRole = me.data.roles[0]?.id;
  const home = firstRole === undefined ? (me.data.manager ? '/standar' : '/kotak') : `/kotak/${firstRole}`;
  return (
    <MeProvider value={me.data}>
      <Shell me={me.data} onSignOut={onSignOut}>
        <Switch>
          <Route path="/">
            <Redirect to={home} replace />
          </Route>
          <Route path="/kotak/:role?">{({ role }) => <InboxPage role={role ?? firstRole} />}</Route>
          <Route path="/kotak/:role/:caseId">
            {({ role, caseId }) => (
              <InboxPage role={role} selected={caseId}>
                <CasePage caseId={caseId} key={caseId} />
              </InboxPage>
            )}
          </Route>
          <Route path="/berkas/:caseId">{({ caseId }) => <CasePage caseId={caseId} key={caseId} />}</Route>
          <Route path="/standar">
            <StandardsPage />
          </Route>
          <Route path="/standar/:id/:version">
            {({ id, version }) => <StandardPage id={id} version={Number(version)} key={`${id}.${version}`} />}
          </Route>
          <Route path="/petugas">
            <MembersPage />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Shell>
    </MeProvider>
  );
}
