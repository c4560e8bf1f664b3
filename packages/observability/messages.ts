// Every line a function may log: a stable code, its level, and the sentence an operator reads.
// Fields are listed too, so that nothing personal can slip into a log by accident.

export const messages = {
  L001: {
    level: 'info',
    sentence: 'Request answered.',
    fields: ['requestId', 'tenant', 'operation', 'method', 'status', 'ms', 'coldStart'],
  },
  L002: {
    level: 'error',
    sentence: 'A bug ended the request.',
    fields: ['requestId', 'tenant', 'operation', 'method', 'errorName', 'stack'],
  },
  L101: {
    level: 'info',
    sentence: 'A scan was accepted.',
    fields: ['tenant', 'caseId', 'documentId', 'bytes', 'contentType'],
  },
  L102: {
    level: 'info',
    sentence: 'A scan was refused.',
    fields: ['tenant', 'caseId', 'documentId', 'reason'],
  },
  L103: {
    level: 'warn',
    sentence: 'An object arrived that nobody expects.',
    fields: ['tenant', 'caseId', 'documentId'],
  },
  L201: { level: 'info', sentence: 'Changes were forwarded to the queue.', fields: ['count'] },
  L202: { level: 'info', sentence: 'A case was counted.', fields: ['tenant', 'caseId', 'count'] },
  L203: {
    level: 'error',
    sentence: 'A message could not be handled and goes back to its queue.',
    fields: ['messageId', 'errorName', 'stack'],
  },
  L204: {
    level: 'info',
    sentence: 'Work was given to who covers the area and has the least of it.',
    fields: ['tenant', 'caseId', 'count'],
  },
  L205: {
    level: 'warn',
    sentence: 'Work waits for a person to give it out: nobody covers the area, or a manager took it back.',
    fields: ['tenant', 'caseId', 'count'],
  },
  L206: {
    level: 'info',
    sentence: 'Cases of other services were opened for a case, or their ends were told to it.',
    fields: ['tenant', 'caseId', 'count'],
  },
  L211: {
    level: 'info',
    sentence: 'Tiers of review were passed because nobody could do them.',
    fields: ['tenant', 'caseId', 'count'],
  },
  L212: {
    level: 'info',
    sentence: 'Letters were drawn and wait for their signature.',
    fields: ['tenant', 'caseId', 'count'],
  },
  L213: {
    level: 'warn',
    sentence: 'Letters wait for somebody to sign them: nobody of the agency may.',
    fields: ['tenant', 'caseId', 'count'],
  },
  L214: {
    level: 'error',
    sentence: 'Letters were frozen and cannot be drawn: a value is gone or cannot be printed.',
    fields: ['tenant', 'caseId', 'count'],
  },
  L208: {
    level: 'info',
    sentence: 'Cases of a batch were told its news; those on hold are told when they go on.',
    fields: ['tenant', 'caseId', 'told', 'dropped', 'held'],
  },
  L301: {
    level: 'info',
    sentence: 'Due timers and promises of a tenant were settled.',
    fields: ['tenant', 'changed', 'skipped'],
  },
  L303: {
    level: 'info',
    sentence: 'Open promises of a tenant were moved after its calendar changed.',
    fields: ['tenant', 'moved'],
  },
  L304: {
    level: 'info',
    sentence: 'Standards of a tenant were published on the day that was set for them.',
    fields: ['tenant', 'published'],
  },
  L305: {
    level: 'info',
    sentence: 'Running cases of a tenant were moved to the published version of their standard.',
    fields: ['tenant', 'moved'],
  },
  L306: {
    level: 'info',
    sentence: 'News of batches that had stopped on its way was taken up.',
    fields: ['tenant', 'resumed', 'released'],
  },
  L307: {
    level: 'info',
    sentence: 'Where the chains of a tenant stand was sealed.',
    fields: ['tenant', 'seals', 'cases'],
  },
  L308: {
    level: 'info',
    sentence: 'Files of erased cases were removed.',
    fields: ['tenant', 'finished'],
  },
  L309: {
    level: 'warn',
    sentence: 'Requests of data subjects are about to lapse, or have lapsed: somebody has to answer them.',
    fields: ['tenant', 'warned', 'lapsed'],
  },
  L310: {
    level: 'info',
    sentence: 'What was due by the schedule of retention was destroyed, and scans of filings never sent.',
    fields: ['tenant', 'destroyed', 'scans'],
  },
  L311: {
    level: 'info',
    sentence: 'The data key of a tenant is being replaced.',
    fields: ['tenant', 'done'],
  },
  L312: {
    level: 'info',
    sentence: 'The key of the indexes of a tenant is being replaced.',
    fields: ['tenant', 'done'],
  },
  L313: {
    level: 'error',
    sentence:
      'Some cases or cards could not be indexed anew: the older key of the indexes stays in use, and their locks with it.',
    fields: ['tenant', 'heldUp'],
  },
  L314: {
    level: 'error',
    sentence: 'A part of what time asks for failed in a tenant; the others were done, and it is tried again.',
    fields: ['tenant', 'step', 'errorName', 'stack'],
  },
  L315: {
    level: 'info',
    sentence: 'What lies about of a person who is erased was looked for.',
    fields: ['tenant', 'portions'],
  },
  L401: { level: 'info', sentence: 'A provisioning step was done.', fields: ['tenant', 'step'] },
  L402: {
    level: 'error',
    sentence: 'A provisioning step failed and waits for an operator.',
    fields: ['tenant', 'step', 'reason'],
  },
  L403: {
    level: 'info',
    sentence: 'An emergency access of a central admin reached a new state.',
    fields: ['tenant', 'request', 'state'],
  },
  L404: {
    level: 'error',
    sentence: 'An emergency access could not be looked after just now; it is tried again in a minute.',
    fields: ['tenant', 'request', 'reason'],
  },
  L405: {
    level: 'info',
    sentence: 'A tenant that leaves has come a step further.',
    fields: ['tenant', 'step'],
  },
  L501: { level: 'info', sentence: 'A citizen was told what is new.', fields: ['tenant', 'caseId'] },
  L502: {
    level: 'warn',
    sentence: 'A citizen could not be told: the address is none.',
    fields: ['tenant', 'caseId'],
  },
  L503: {
    level: 'info',
    sentence: 'A notice is just being sent by another run; the pointer goes back to its queue.',
    fields: ['tenant', 'caseId'],
  },
} as const satisfies Record<
  string,
  { level: 'info' | 'warn' | 'error'; sentence: string; fields: readonly string[] }
>;

export type MessageCode = keyof typeof messages;
export type MessageFields<C extends MessageCode> = Partial<
  Record<(typeof messages)[C]['fields'][number], string | number | boolean | undefined>
>;
