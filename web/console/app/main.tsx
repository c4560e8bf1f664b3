// Starts the console: configuration, session, then the rooms.
import '@mantine/core/styles.css';
import './styles/base.css';
import './styles/shell.css';
import { adminSignOut } from '@layan/contract/admin/session';
import { staffApi } from '@layan/contract/staff-api';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem, ApiProvider, createApi } from '../shared/api.ts';
import { loadConfig } from '../shared/config.ts';
import { isDoneBefore } from '../shared/is-overtaken.ts';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { createSession } from '../shared/session.ts';
import { isPractising } from '../shared/space.ts';
import { App } from './app.tsx';
import { theme } from './theme.ts';

/** Longer nobody waits at the door for an answer. */
const LEAVING_MS = 3_000;

const root = createRoot(document.getElementById('root') ?? document.body);

const queries: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
    // It was done and the answer was lost: the page shows how things stand now.
    onError: (error) => (isDoneBefore(error) ? queries.invalidateQueries() : undefined),
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Without a connection a call fails at once and says so, instead of waiting without a word.
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 2 &&
        !(error instanceof ApiProblem && error.problem.status >= 400 && error.problem.status < 500),
    },
    mutations: { networkMode: 'always' },
  },
});

// Central admins have their own accounts and their own rooms: staff fetch none of it.
const central = /^\/admin(\/|$)/.test(location.pathname);

async function start(): Promise<void> {
  const config = await loadConfig();
  if (central && config.admin === undefined) throw new Error('No sign-in for central admins is known.');
  const session = createSession(
    central && config.admin ? { ...config.admin, callback: '/admin/callback' } : config,
  );
  const home = central ? '/admin' : '/';
  const goOn = await session.finishSignIn().catch(() => home);
  if (goOn !== undefined) history.replaceState(null, '', goOn === '/' ? home : goOn);
  if ((await session.token()) === undefined) {
    await session.signIn();
    return;
  }
  const Rooms = central ? (await import('../features/admin/admin-app.tsx')).AdminApp : App;
  const person = await session.person();
  const api = createApi(config.apiUrl, session, !central && isPractising());
  const signOut = async () => {
    // First what was opened with the token, then the token itself; neither keeps anybody from leaving.
    const left = central ? api.call(adminSignOut, { body: {} }) : api.call(staffApi.signOut);
    await Promise.race([left.catch(() => undefined), new Promise((done) => setTimeout(done, LEAVING_MS))]);
    await session.signOut();
  };
  root.render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="light">
        <QueryClientProvider client={queries}>
          <ApiProvider value={api}>
            <Rooms onSignOut={() => void signOut()} person={person} />
          </ApiProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

start().catch((error: unknown) => {
  root.render(
    <MantineProvider theme={theme}>
      <main className="alone">
        <h1>Meja kerja belum dapat dibuka</h1>
        <ProblemNotice error={error} retry={() => location.reload()} />
      </main>
    </MantineProvider>,
  );
});
