import spdx from "spdx-license-list";
import { describe, expect, it } from "vitest";
import { judgeLicence } from "./licences.ts";
import { EXCEPTIONS, NOT_OSI_APPROVED, OSI_APPROVED } from "./spdx-ids.ts";

describe("judging a licence", () => {
  it.each([
    ["MIT", "MIT"],
    ["mit", "MIT"],
    ["AGPL-3.0-or-later", "AGPL-3.0-or-later"],
    ["agpl-3.0-OR-later", "AGPL-3.0-or-later"],
    ["GPL-3.0", "GPL-3.0-only"],
    ["GPL-2.0+", "GPL-2.0-or-later"],
    ["GPLv3", "GPL-3.0-only"],
    ["GPLv2+", "GPL-2.0-or-later"],
    ["GNU GPL v3 or later", "GPL-3.0-or-later"],
    ["GNU General Public License, version 2 ou ultérieure", "GPL-2.0-or-later"],
    ["LGPL 2.1", "LGPL-2.1-only"],
    ["Apache 2.0", "Apache-2.0"],
    ["Apache License, Version 2.0", "Apache-2.0"],
    ["Licence MIT", "MIT"],
    ["Mozilla Public License 2.0", "MPL-2.0"],
    ["EUPL v1.2", "EUPL-1.2"],
    ["CeCILL v2.1", "CECILL-2.1"],
    ["BSD 3-Clause", "BSD-3-Clause"],
    ["GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"],
  ])("finds « %s » free, approved by the Open Source Initiative: %s", (text, id) => {
    expect(judgeLicence(text)).toEqual({ verdict: "free", spdx: id, reason: "osi-approved" });
  });

  it.each(["CECILL-B", "CeCILL-B", "CECILL-C", "BSD-4-Clause"])("finds « %s » free by the French list alone", (text) => {
    expect(judgeLicence(text)).toMatchObject({ verdict: "free", reason: "french-decree" });
  });

  it.each([
    ["BUSL-1.1", "source-available"],
    ["SSPL-1.0", "source-available"],
    ["Elastic-2.0", "source-available"],
    ["Business Source License 1.1", "source-available"],
    ["Apache 2.0 with Commons Clause", "source-available"],
    ["CC-BY-NC-4.0", "source-available"],
    ["CC-BY-4.0", "on-no-list"],
    ["JSON", "on-no-list"],
    ["Propriétaire", "proprietary"],
  ])("finds « %s » not free: %s", (text, reason) => {
    expect(judgeLicence(text)).toMatchObject({ verdict: "not-free", reason });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["Gratuit", "not-spdx"],
    ["freeware", "not-spdx"],
    ["open source", "not-spdx"],
    ["MIT AND", "not-spdx"],
    ["(MIT", "not-spdx"],
    ["OR", "not-spdx"],
    ["LicenseRef-maison", "own-text"],
    ["MIT WITH Something-unheard-of", "not-spdx"],
    ["x".repeat(10_000_000), "not-spdx"],
    ["(".repeat(400), "not-spdx"],
    ["MIT\u0000", "not-spdx"],
  ])("does not decide on %#: %s", (text, reason) => {
    expect(judgeLicence(text)).toMatchObject({ verdict: "unknown", reason });
  });

  it("asks which version when only the family is written", () => {
    expect(judgeLicence("GPL")).toEqual({ verdict: "unknown", reason: "no-version", suggestions: ["GPL-3.0-only", "GPL-3.0-or-later"] });
    expect(judgeLicence("BSD")).toMatchObject({ verdict: "unknown", suggestions: ["BSD-2-Clause", "BSD-3-Clause"] });
  });

  it("finds a choice free when one branch is, whatever the other", () => {
    expect(judgeLicence("GPL-2.0-or-later OR BUSL-1.1")).toEqual({
      verdict: "free",
      spdx: "GPL-2.0-or-later OR BUSL-1.1",
      reason: "osi-approved",
    });
    expect(judgeLicence("MIT OR Gratuit")).toMatchObject({ verdict: "free", spdx: "MIT" });
    expect(judgeLicence("BUSL-1.1 OR Gratuit")).toMatchObject({ verdict: "unknown" });
    expect(judgeLicence("BUSL-1.1 OR SSPL-1.0")).toMatchObject({ verdict: "not-free" });
  });

  it("finds a sum free when every part is", () => {
    expect(judgeLicence("MIT AND CECILL-B")).toEqual({ verdict: "free", spdx: "MIT AND CECILL-B", reason: "french-decree" });
    expect(judgeLicence("MIT AND BUSL-1.1")).toMatchObject({ verdict: "not-free" });
    expect(judgeLicence("MIT AND Gratuit")).toMatchObject({ verdict: "unknown" });
    expect(judgeLicence("MIT AND (GPL-2.0-only OR BUSL-1.1)")).toMatchObject({
      verdict: "free",
      spdx: "MIT AND (GPL-2.0-only OR BUSL-1.1)",
    });
    expect(judgeLicence("BUSL-1.1 OR MIT AND Apache-2.0")).toMatchObject({ verdict: "free" });
  });
});

it("keeps the same identifiers as the SPDX list, its replaced ones left out", () => {
  const listed = Object.entries(spdx).filter(([id]) => NOT_OSI_APPROVED.includes(id) || OSI_APPROVED.includes(id));
  expect(OSI_APPROVED.length).toBeGreaterThan(100);
  expect(listed.length).toBe(OSI_APPROVED.length + NOT_OSI_APPROVED.length);
  expect(
    listed
      .filter(([, { osiApproved }]) => osiApproved)
      .map(([id]) => id)
      .sort(),
  ).toEqual([...OSI_APPROVED].sort());
  expect(Object.keys(spdx).length - listed.length).toBeLessThan(40);
  expect([...OSI_APPROVED, ...NOT_OSI_APPROVED].filter((id) => /^(A|L)?GPL-\d\.\d\+?$/.test(id))).toEqual([]);
  expect(EXCEPTIONS).toContain("Classpath-exception-2.0");
});
