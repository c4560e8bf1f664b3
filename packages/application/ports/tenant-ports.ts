// Everything a use case may need of one tenant. There is no way to ask these ports about another.
import type { TenantId } from '@layan/domain/kernel/ids';
import type { AuditChains, UnmaskingLog } from './audit.ts';
import type { BatchStore } from './batches.ts';
import type { BookStore } from './books.ts';
import type { CalendarChanges } from './calendar.ts';
import type { CaseStore } from './cases.ts';
import type { DocumentStore, ScanStore } from './documents.ts';
import type { EmergencyReadings } from './emergencies.ts';
import type { CaseEraser } from './erasure.ts';
import type { ExportOffer } from './exports.ts';
import type { FigureStore } from './figures.ts';
import type { FilingStore } from './filings.ts';
import type { ImportStore } from './imports.ts';
import type { IndexKeyRequests } from './index-rotation.ts';
import type { LeftChanges } from './left-changes.ts';
import type { LetterFiles } from './letters.ts';
import type { NoticeStore } from './notices.ts';
import type { OpeningLog } from './openings.ts';
import type { PersonErasures } from './person-erasures.ts';
import type { PracticeRegister } from './practice.ts';
import type { BreachStore, RequestStore } from './privacy.ts';
import type { ProductStore } from './products.ts';
import type { ReadLog } from './reads.ts';
import type { RecordedRequest, Recording } from './recorded.ts';
import type { RetentionStore } from './retention.ts';
import type { RotaStore } from './rota.ts';
import type { SealFiles, SealStore, Trail } from './seals.ts';
import type { SheetTemplates } from './sheets.ts';
import type { SignOuts } from './sign-outs.ts';
import type { Signer, SigningKeys } from './signing-keys.ts';
import type { StaffAccounts, StaffStore } from './staff.ts';
import type { StandardStore } from './standards.ts';
import type { StatusListStore } from './status-lists.ts';
import type { TenantDirectory } from './tenants.ts';
import type { Vault } from './vault.ts';

export interface TenantPorts {
  readonly tenant: TenantId;
  /** practice: same agency, standards and staff, and nothing that is done there is real. */
  readonly space: 'real' | 'practice';
  readonly practice: PracticeRegister;
  /** The practice space in one of its generations. */
  openPractice(generation: number): Promise<TenantPorts>;
  /** The same ports for one request, which is recorded with the first transaction that it makes. */
  recorded(request: RecordedRequest): Promise<Recording<TenantPorts>>;
  readonly directory: TenantDirectory;
  readonly calendarChanges: CalendarChanges;
  readonly standards: StandardStore;
  readonly filings: FilingStore;
  readonly cases: CaseStore;
  readonly batches: BatchStore;
  readonly products: ProductStore;
  readonly documents: DocumentStore;
  readonly scans: ScanStore;
  readonly letters: LetterFiles;
  readonly vault: Vault;
  readonly staff: StaffStore;
  readonly accounts: StaffAccounts;
  readonly signOuts: SignOuts;
  readonly unmaskings: UnmaskingLog;
  readonly audit: AuditChains;
  readonly erasing: CaseEraser;
  readonly emergencyReadings: EmergencyReadings;
  readonly seals: SealStore;
  readonly sealFiles: SealFiles;
  readonly trail: Trail;
  readonly figures: FigureStore;
  readonly signingKeys: SigningKeys;
  readonly signer: Signer;
  readonly statusLists: StatusListStore;
  readonly notices: NoticeStore;
  readonly leftChanges: LeftChanges;
  readonly reads: ReadLog;
  readonly rota: RotaStore;
  readonly imports: ImportStore;
  readonly sheets: SheetTemplates;
  readonly books: BookStore;
  readonly openings: OpeningLog;
  /** What people ask about their own data. */
  readonly requests: RequestStore;
  readonly personErasures: PersonErasures;
  readonly indexKeys: IndexKeyRequests;
  readonly breaches: BreachStore;
  readonly retention: RetentionStore;
  /** Its data, once it leaves. */
  readonly exports: ExportOffer;
}

/** Opens the ports of a tenant with the rights of the function's audience. */
export type OpenTenant = (tenant: TenantId) => TenantPorts;
