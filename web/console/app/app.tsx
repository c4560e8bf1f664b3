// The rooms of the console and the way between them. All but the inbox are fetched when they are first entered.
import { staffApi } from '@layan/contract/staff-api';
import { Button, Center, Loader, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { CasePage } from '../features/case/case-page.tsx';
import { atOnceWords, ways } from '../features/inbox/at-once.ts';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { useApi } from '../shared/api.ts';
import { keepFor } from '../shared/kept.ts';
import { inboxRoles, MeProvider, workRoles } from '../shared/me.ts';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { RoomBoundary } from '../shared/room-boundary.tsx';
import { isPractising, leavePractice } from '../shared/space.ts';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const BatchesPage = lazy(async () => {
  const { BatchesPage: default_ } = await import('../features/batches/batches-page.tsx');
  return { default: default_ };
});
const SheetPage = lazy(async () => {
  const { SheetPage: default_ } = await import('../features/batches/import/sheet-page.tsx');
  return { default: default_ };
});
const BooksPage = lazy(async () => {
  const { BooksPage: default_ } = await import('../features/books/books-page.tsx');
  return { default: default_ };
});
const BookPage = lazy(async () => {
  const { BookPage: default_ } = await import('../features/books/book-page.tsx');
  return { default: default_ };
});
const OpeningsPage = lazy(async () => {
  const { OpeningsPage: default_ } = await import('../features/books/openings-page.tsx');
  return { default: default_ };
});
const RegisterPage = lazy(async () => {
  const { RegisterPage: default_ } = await import('../features/books/register-page.tsx');
  return { default: default_ };
});
const RegisterMonthPage = lazy(async () => {
  const { RegisterMonthPage: default_ } = await import('../features/books/register-month-page.tsx');
  return { default: default_ };
});
const AuditPage = lazy(async () => {
  const { AuditPage: default_ } = await import('../features/audit/audit-page.tsx');
  return { default: default_ };
});
const CalendarPage = lazy(async () => {
  const { CalendarPage: default_ } = await import('../features/calendar/calendar-page.tsx');
  return { default: default_ };
});
const CardsPage = lazy(async () => {
  const { CardsPage: default_ } = await import('../features/cards/cards-page.tsx');
  return { default: default_ };
});
const CardPage = lazy(async () => {
  const { CardPage: default_ } = await import('../features/cards/card-page.tsx');
  return { default: default_ };
});
const ImportPage = lazy(async () => {
  const { ImportPage: default_ } = await import('../features/cards/import-page.tsx');
  return { default: default_ };
});
const CounterPage = lazy(async () => {
  const { CounterPage: default_ } = await import('../features/counter/counter-page.tsx');
  return { default: default_ };
});
const SlipPage = lazy(async () => {
  const { SlipPage: default_ } = await import('../features/counter/slip-page.tsx');
  return { default: default_ };
});
const TogetherPage = lazy(async () => {
  const { TogetherPage: default_ } = await import('../features/inbox/together/together-page.tsx');
  return { default: default_ };
});
const LeavingPage = lazy(async () => {
  const { LeavingPage: default_ } = await import('../features/leaving/leaving-page.tsx');
  return { default: default_ };
});
const MembersPage = lazy(async () => {
  const { MembersPage: default_ } = await import('../features/members/members-page.tsx');
  return { default: default_ };
});
const SettingsPage = lazy(async () => {
  const { SettingsPage: default_ } = await import('../features/official-letters/settings-page.tsx');
  return { default: default_ };
});
const AwayPage = lazy(async () => {
  const { AwayPage: default_ } = await import('../features/members/away-page.tsx');
  return { default: default_ };
});
const PracticePage = lazy(async () => {
  const { PracticePage: default_ } = await import('../features/practice/practice-page.tsx');
  return { default: default_ };
});
const PrivacyPage = lazy(async () => {
  const { PrivacyPage: default_ } = await import('../features/privacy/privacy-page.tsx');
  return { default: default_ };
});
const RequestPage = lazy(async () => {
  const { RequestPage: default_ } = await import('../features/privacy/request-page.tsx');
  return { default: default_ };
});
const BreachesPage = lazy(async () => {
  const { BreachesPage: default_ } = await import('../features/privacy/breaches-page.tsx');
  return { default: default_ };
});
const RetentionPage = lazy(async () => {
  const { RetentionPage: default_ } = await import('../features/privacy/retention-page.tsx');
  return { default: default_ };
});
const TermsPage = lazy(async () => {
  const { TermsPage: default_ } = await import('../features/privacy/terms-page.tsx');
  return { default: default_ };
});
const StandardsPage = lazy(async () => {
  const { StandardsPage: default_ } = await import('../features/standards/standards-page.tsx');
  return { default: default_ };
});
const LibraryPage = lazy(async () => {
  const { LibraryPage: default_ } = await import('../features/standards/library-page.tsx');
  return { default: default_ };
});
const TemplatePage = lazy(async () => {
  const { TemplatePage: default_ } = await import('../features/standards/template-page.tsx');
  return { default: default_ };
});
const StandardPage = lazy(async () => {
  const { StandardPage: default_ } = await import('../features/standards/standard-page.tsx');
  return { default: default_ };
});

export function App({ onSignOut }: { onSignOut: () => void }) {
  const api = useApi();
  const [place] = useLocation();
  const me = useQuery({ queryKey: ['me'], queryFn: () => api.call(staffApi.whoAmI), staleTime: 60_000 });
  if (me.isPending) {
    return (
      <Center h="100vh" component="main">
        <Loader aria-label="Membuka meja kerja" />
      </Center>
    );
  }
  if (me.data === undefined) {
    return (
      <main className="alone">
        <h1>Meja kerja belum dapat dibuka</h1>
        <ProblemNotice error={me.error} retry={() => void me.refetch()} />
        {isPractising() ? <Button onClick={leavePractice}>Keluar dari ruang latihan</Button> : null}
        <Button variant="default" onClick={onSignOut}>
          Masuk dengan akun lain
        </Button>
      </main>
    );
  }
  // Before any form looks for what was kept.
  keepFor(me.data.id);
  const firstRole = workRoles(me.data)[0]?.id;
  const home =
    firstRole === undefined && me.data.manager
      ? '/standar'
      : firstRole === undefined && me.data.officer
        ? '/data-pribadi'
        : `/kotak/${firstRole ?? ''}`;
  return (
    <MeProvider value={me.data}>
      <Shell me={me.data} onSignOut={onSignOut}>
        <RoomBoundary place={place}>
          <Suspense fallback={<Skeleton height={240} m="md" aria-label="Membuka halaman" />}>
            <Switch>
              <Route path="/">
                <Redirect to={home} replace />
              </Route>
              <Route path="/kotak/:role?">
                {({ role }) => <InboxPage role={role ?? inboxRoles(me.data)[0]?.id} />}
              </Route>
              {ways.map((way) => (
                <Route key={way} path={`/kotak/:role/${atOnceWords[way].path}`}>
                  {({ role = '' }) => <TogetherPage role={role} way={way} key={`${role}.${way}`} />}
                </Route>
              ))}
              <Route path="/kotak/:role/:caseId">
                {({ role, caseId }) => (
                  <InboxPage role={role} selected={caseId}>
                    <CasePage caseId={caseId} key={caseId} />
                  </InboxPage>
                )}
              </Route>
              <Route path="/berkas/:caseId">
                {({ caseId }) => (
                  <div className="wide">
                    <CasePage caseId={caseId} key={caseId} />
                  </div>
                )}
              </Route>
              <Route path="/berkas/:caseId/slip">
                {({ caseId }) => <SlipPage caseId={caseId} key={caseId} />}
              </Route>
              <Route path="/loket/:standard?/:draft?">
                {({ standard, draft }) => <CounterPage standard={standard} draft={draft} />}
              </Route>
              <Route path="/usulan">
                <BatchesPage />
              </Route>
              <Route path="/usulan/:standard/impor">
                {({ standard }) => <SheetPage standard={standard} key={standard} />}
              </Route>
              <Route path="/buku">
                <BooksPage />
              </Route>
              <Route path="/buku/keluar/:register/:year?">
                {({ register, year }) => <RegisterPage register={register} year={year} key={register} />}
              </Route>
              <Route path="/buku/keluar/:register/:year/:month">
                {({ register, year, month }) => (
                  <RegisterMonthPage register={register} year={year} month={month} />
                )}
              </Route>
              <Route path="/buku/:standard/:channel/kotak">
                {({ standard, channel }) => <OpeningsPage standard={standard} channel={channel} />}
              </Route>
              <Route path="/buku/:standard/:channel/:month?">
                {({ standard, channel, month }) => (
                  <BookPage
                    standard={standard}
                    channel={channel}
                    month={month}
                    key={`${standard}.${channel}.${month ?? ''}`}
                  />
                )}
              </Route>
              <Route path="/kartu">
                <CardsPage />
              </Route>
              <Route path="/kartu/impor/:id?">{({ id }) => <ImportPage id={id} />}</Route>
              <Route path="/kartu/:id">{({ id }) => <CardPage id={id} key={id} />}</Route>
              <Route path="/standar">
                <StandardsPage />
              </Route>
              <Route path="/standar/pustaka">
                <LibraryPage />
              </Route>
              <Route path="/standar/pustaka/:id">{({ id }) => <TemplatePage id={id} key={id} />}</Route>
              <Route path="/standar/:id/:version">
                {({ id, version }) => (
                  <StandardPage id={id} version={Number(version)} key={`${id}.${version}`} />
                )}
              </Route>
              <Route path="/jejak-audit">
                <AuditPage />
              </Route>
              <Route path="/kalender">
                <CalendarPage />
              </Route>
              <Route path="/data-daerah">
                <LeavingPage />
              </Route>
              <Route path="/latihan">
                <PracticePage />
              </Route>
              <Route path="/data-pribadi">
                <PrivacyPage />
              </Route>
              <Route path="/data-pribadi/permintaan/:id">
                {({ id }) => <RequestPage id={id} key={id} />}
              </Route>
              <Route path="/data-pribadi/insiden">
                <BreachesPage />
              </Route>
              <Route path="/data-pribadi/retensi">
                <RetentionPage />
              </Route>
              <Route path="/data-pribadi/ketentuan">
                <TermsPage />
              </Route>
              <Route path="/surat-dinas">
                <SettingsPage />
              </Route>
              <Route path="/tidak-di-tempat">
                <AwayPage />
              </Route>
              <Route path="/petugas">
                <MembersPage />
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </RoomBoundary>
      </Shell>
    </MeProvider>
  );
}
