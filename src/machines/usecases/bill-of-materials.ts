import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { PackageURL } from "packageurl-js";
import type { InstalledPackage } from "../domain/observed.ts";
import { distributionOf, publisherAlone } from "../domain/package-url.ts";

/** The document is about this: one machine, or all those of an authority. */
export type BillSubject = { readonly type: "machine" | "authority"; readonly name: string };
export type BillSystem = { readonly name: string; readonly version: string; readonly machines?: number | undefined };

const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot7);
const components = factory.makeForComponent();
const metadata = factory.makeForMetadata();

/** The beginning of a CycloneDX 1.7 document (ECMA-424), up to its first component. `BILL_END` ends it. */
export function billStart(subject: BillSubject, at: Date): string {
  const type = subject.type === "machine" ? Enums.ComponentType.Device : Enums.ComponentType.Platform;
  const about = new Models.Metadata({ timestamp: at, component: new Models.Component(type, subject.name, { bomRef: "subject" }) });
  about.tools.components.add(new Models.Component(Enums.ComponentType.Application, "Beffroi"));
  const head = {
    $schema: "http://cyclonedx.org/schema/bom-1.7.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.7",
    serialNumber: `urn:uuid:${crypto.randomUUID()}`,
    version: 1,
    metadata: metadata.normalize(about, {}),
  };
  return `${JSON.stringify(head).slice(0, -1)},"components":[`;
}

export const BILL_END = "]}";

/** One package as a component. `machines`: on how many it is, in a document about several. */
export function billComponent(pkg: InstalledPackage, machines?: number): string {
  const { id, name, version, slug, licence } = pkg;
  const type = slug === null ? Enums.ComponentType.Library : Enums.ComponentType.Application;
  const publisher = publisherAlone(pkg.publisher);
  const component = new Models.Component(type, name, { bomRef: `package-${id}` });
  if (version !== "") component.version = version;
  if (publisher !== "") component.publisher = publisher;
  const purl = purlOf(pkg);
  if (purl !== undefined) component.purl = purl;
  if (licence !== null) component.licenses.add(new Models.LicenseExpression(licence));
  if (slug !== null) component.properties.add(new Models.Property("beffroi:catalogue", slug));
  return written(component, machines);
}

export function billSystem({ name, version, machines }: BillSystem, place: number): string {
  const component = new Models.Component(Enums.ComponentType.OperatingSystem, name, { bomRef: `system-${place}` });
  if (version !== "") component.version = version;
  return written(component, machines);
}

function written(component: Models.Component, machines: number | undefined): string {
  if (machines !== undefined) component.properties.add(new Models.Property("beffroi:machines", String(machines)));
  return JSON.stringify(components.normalize(component, {}));
}

function purlOf({ name, version, ...from }: InstalledPackage): string | undefined {
  const distribution = distributionOf(from);
  if (distribution === undefined) return undefined;
  try {
    return new PackageURL(distribution.type, distribution.namespace, name, version || undefined).toString();
  } catch {
    // No name of such a package: it has none.
    return undefined;
  }
}
