import type { JSX } from "hono/jsx/jsx-runtime";
import type { Department } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { counted, formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Stack, TwoColumns } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Timeline } from "#src/platform/ui/timeline.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { InstalledPackage, ListedMachine } from "../domain/observed.ts";
import { SILENT_AFTER_DAYS } from "../domain/silence.ts";
import { systemInWords } from "./list-page.tsx";
import { MachineSoftware, type SoftwareOfMachine } from "./machine-software.tsx";
import { machineTexts } from "./texts.ts";

export type NamedChange = { readonly at: Date; readonly appeared: readonly string[]; readonly disappeared: readonly string[] };
export type MachinePageProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly machine: ListedMachine & { readonly removedAt: Date | null; readonly replacedBy: string | null };
  readonly software: readonly SoftwareOfMachine[];
  readonly unmapped: readonly InstalledPackage[];
  readonly changes: readonly NamedChange[];
  readonly departments: readonly Department[];
  readonly silentBefore: Date;
  readonly errors?: readonly FieldError[] | undefined;
};

export function MachinePage(props: MachinePageProps): JSX.Element {
  const { language, machine } = props;
  const t = machineTexts(language);
  return (
    <Stack>
      <Title title={machine.name || t.machine.unnamed} facts={[t.kinds[machine.kind], systemOf(machine, language)]} />
      <Remarks {...props} />
      <TwoColumns aside={<Beside {...props} />} asideLabel={t.machine.facts}>
        <MachineSoftware {...props} />
        <Changes {...props} />
      </TwoColumns>
    </Stack>
  );
}

function systemOf({ system, systemName, systemVersion }: ListedMachine, language: Language): string {
  return systemInWords(systemName || machineTexts(language).systems[system], systemVersion);
}

function Remarks({ language, machine, silentBefore }: MachinePageProps): JSX.Element {
  const t = machineTexts(language);
  const { removedAt, replacedBy, lastSeenAt, shared } = machine;
  return (
    <>
      {removedAt !== null && (
        <Notice kind="warning">
          <p>{t.machine.isRemoved}</p>
        </Notice>
      )}
      {replacedBy !== null && (
        <Notice kind="warning">
          <p>
            {t.machine.isReplaced} <Link href={`/parc/postes/${replacedBy}`}>{t.machine.seeReplacing}</Link>
          </p>
        </Notice>
      )}
      {removedAt === null && replacedBy === null && lastSeenAt < silentBefore && (
        <Notice kind="warning">
          <p>{t.machine.isSilent(SILENT_AFTER_DAYS)}</p>
        </Notice>
      )}
      {shared && (
        <Notice kind="warning" title={t.list.shared}>
          <p>{t.list.sharedExplained}</p>
        </Notice>
      )}
    </>
  );
}

function Beside(props: MachinePageProps): JSX.Element {
  const { language, agent, machine } = props;
  const t = machineTexts(language).machine;
  const manages = agent.may("manage-inventory");
  const said = [
    [t.model, machine.model],
    [t.system, systemOf(machine, language)],
    [t.agent, machine.agent],
    [t.firstSeen, formatDate(machine.firstSeenAt, language)],
    [t.lastSeen, formatDate(machine.lastSeenAt, language)],
    [t.changed, formatDate(machine.inventoriedAt, language)],
    [t.department, manages ? "" : (machine.departmentName ?? t.departmentNone)],
  ] as const;
  return (
    <>
      <Sheet title={t.facts}>
        <DefinitionList items={said.filter(([, value]) => value !== "").map(([term, value]) => ({ term, value }))} />
      </Sheet>
      {manages && <Place {...props} />}
      {manages && (
        <Sheet title={t.sbom}>
          <p class="small">{t.sbomText}</p>
          <p>
            <Link href={`/parc/postes/${machine.id}/sbom.cdx.json`} download>
              {t.sbom}
            </Link>
          </p>
        </Sheet>
      )}
      {agent.may("manage-settings") && machine.removedAt === null && (
        <ConfirmDialog label={t.remove} title={t.removeTitle} variant="tertiary">
          <p>{t.removeText}</p>
          <ActionForm action={`/parc/postes/${machine.id}/retrait`} variant="danger">
            {t.removeConfirm}
          </ActionForm>
        </ConfirmDialog>
      )}
    </>
  );
}

function Place({ language, machine, departments, errors }: MachinePageProps): JSX.Element {
  const t = machineTexts(language).machine;
  return (
    <Sheet title={t.department}>
      <Form action={`/parc/postes/${machine.id}/service`} errors={errors}>
        <SelectField
          name="service"
          label={t.department}
          mark={false}
          empty={t.departmentNone}
          value={machine.departmentId ?? undefined}
          options={departments.map(({ id, pathName }) => ({ value: id, label: pathName }))}
        />
        <Actions>
          <SubmitButton variant="secondary">{t.place}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>
  );
}

function Changes({ language, changes }: MachinePageProps): JSX.Element {
  const t = machineTexts(language).machine;
  const colon = language === "fr" ? "\u00a0:" : ":";
  const line = (label: string, names: readonly string[]): JSX.Element | false =>
    names.length > 0 && (
      <p>
        {label}
        {colon} {names.join(", ")}
      </p>
    );
  return (
    <Sheet title={t.changes}>
      {changes.length === 0 && <p class="soft">{t.noChange}</p>}
      {changes.length > 0 && (
        <Timeline
          entries={changes.map(({ at, appeared, disappeared }) => ({
            at: at.toISOString(),
            title: counted(appeared.length + disappeared.length, machineTexts(language).packages, language),
            children: (
              <>
                {line(t.appeared, appeared)}
                {line(t.disappeared, disappeared)}
              </>
            ),
          }))}
        />
      )}
    </Sheet>
  );
}

/** « 815 paquets », for sentences. */
export function packagesInWords(count: number, language: Language): string {
  return count === 0 ? formatNumber(0, language) : counted(count, machineTexts(language).packages, language);
}
