// Which partitions of its tenant's table each audience reads and writes, and by which index it looks for work. What nobody
// uses shows in the report of unused permissions (infra/local/unused-permissions.ts).
import type { Audience } from './names.ts';

interface Use {
  readonly actions: readonly string[];
  /** Partitions, where it needs no others; each may end in a star. */
  readonly within?: readonly string[];
}

export interface TableUse {
  readonly read: Use;
  readonly write?: Use;
  /** Partitions that it adds to and never takes from. */
  readonly keeps?: readonly string[];
  /** Partitions that it takes from and never adds to. */
  readonly takes?: readonly string[];
}

const READ = ['dynamodb:GetItem', 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];
const WHOLE_TABLE: TableUse = { read: { actions: READ }, write: { actions: WRITE } };

// A space of its own within the table, where citizens' pages are practised too.
const PRACTICE = 'PRACTICE#*';
/** A person's matter, and what is found by its ticket. */
const OWN_CASE = ['CASE#*', 'TICKET#*'];
const RIGHTS = ['RIGHTS#*', 'RIGHTS-CASE#*', 'RIGHTS-TICKET#*'];

export const tableUseOf: Readonly<Record<Audience, TableUse>> = {
  // It knows no staff's work, no imports, no figures, no books of administration; what is published it reads only.
  citizen: {
    read: {
      actions: READ,
      within: [
        ...OWN_CASE,
        ...RIGHTS,
        PRACTICE,
        'PRODUCT#*',
        // Who looked at what is told to whom it was about, with the role of who looked.
        'READS#*',
        'UNMASK#*',
        'STAFF',
        'STANDARD#*',
        'STANDARDS',
        'STATUSLIST#*',
        'STATUSLISTS',
        'TENANT',
      ],
    },
    write: {
      actions: WRITE,
      within: [
        ...OWN_CASE,
        ...RIGHTS,
        'RIGHTS-OPEN#*',
        // A copy that was fetched brings its settled request back among those that wait, until that is entered in the chain.
        'RIGHTS-SETTLED#*',
        PRACTICE,
        'OUTBOX#*',
        // What is kept beside a case changes with it: how it is found, what it waits for, who holds a task of it.
        'BOOK#*',
        'GATHER#*',
        'HELD#*',
        'LEFT-FILINGS',
        'LOCK#*',
        'PERSON#*',
        'PRODUCT#*',
        'RUNNING#*',
        'WRAPPED#*',
      ],
    },
    // Who could take a case out of the list of what a key wrapped would have it lost with that key; the others are how people
    // and cases are found.
    keeps: [
      'BOOK#*',
      'LEFT-FILINGS',
      'OUTBOX#*',
      'PERSON#*',
      'PRODUCT#*',
      'RIGHTS#*',
      'RIGHTS-CASE#*',
      'RIGHTS-OPEN#*',
      'RIGHTS-TICKET#*',
      'TICKET#*',
      'WRAPPED#*',
    ],
    takes: ['RIGHTS-SETTLED#*'],
  },
  staff: WHOLE_TABLE,
  worker: WHOLE_TABLE,
  // It parses what strangers send: an upload's record, the name of the key to seal it with, and nothing else.
  scans: {
    read: { actions: ['dynamodb:GetItem'], within: ['CASE#*', 'TENANT'] },
    write: { actions: ['dynamodb:PutItem'], within: ['CASE#*'] },
  },
  // It reads cards and their cases, counts prints and notes who looked.
  renderer: {
    read: { actions: READ },
    write: { actions: ['dynamodb:PutItem'] },
  },
  // It looks at one case after the other and notes what it told.
  notifier: {
    read: { actions: ['dynamodb:GetItem'], within: ['CASE#*', 'STANDARD#*', 'TENANT'] },
    write: { actions: ['dynamodb:PutItem'], within: ['CASE#*'] },
  },
  // It compares what is there with what was sealed.
  auditor: { read: { actions: READ } },
};

/** Who comes by a host name may come for a tenant that is not there. */
export const mayFindNoTable = (audience: Audience) => audience === 'citizen';

/** Rows of chains: they are added, never changed and never taken away. */
export const CHAINS = ['AUDIT#*', 'SEALS'];

export const indexesOf: Readonly<Record<Audience, readonly string[]>> = {
  citizen: [],
  // People look for work, sweeps for what is due.
  staff: ['inbox'],
  worker: ['due'],
  scans: [],
  renderer: [],
  notifier: [],
  auditor: [],
};
