import { it } from "vitest";
import { openBrowser } from "./browser.ts";
import { startApp } from "./app.ts";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import { AxeBuilder } from "@axe-core/playwright";
import { aDecidedRequest } from "#src/requests/testing.ts";
it("x", async () => {
  let t=Date.now(); const lap=(s:string)=>{console.log(s, Date.now()-t); t=Date.now();};
  const app = await startApp(); lap("app");
  const a = await anAuthority(app.deps); lap("authority");
  const id = await aDecidedRequest(app.deps, a); lap("decided");
  const b = await openBrowser(); lap("browser");
  for (const js of [true,false]) {
  const ctx = await b.newContext({javaScriptEnabled: js, viewport:{width:360,height:800}});
  const [n,...v]=(await aSignedInCookie(app.deps,a.reviewer)).split("=");
  await ctx.addCookies([{name:n!,value:v.join("="),url:app.url}]);
  const p = await ctx.newPage(); lap("page");
  p.on("console",m=>console.log(m.type(),m.text())); p.on("response",r=>r.status()>=400&&console.log(r.status(),r.url()));
  for (const path of ["/",`/demandes/${id}`,`/demandes/${id}/dossier`,"/parc","/catalogue"]) {
    await p.goto(app.url+path); lap("goto "+path);
    try {
    const r = await new AxeBuilder({page:p}).withTags(["wcag2a","wcag2aa","wcag21a","wcag21aa","best-practice"]).analyze(); lap("axe "+r.violations.map(v=>v.id+" "+v.nodes.length));
    for (const v of r.violations) console.log(v.id, v.help, v.nodes.map(n=>n.html.slice(0,200)+" "+n.failureSummary));
    } catch(e) { console.log(String(e).slice(0,400)); lap("axe failed"); }
    console.log(await p.evaluate(()=>[document.documentElement.scrollWidth, innerWidth]));
    await p.setViewportSize({width:320,height:800});
    console.log(await p.evaluate(()=>[document.documentElement.scrollWidth, innerWidth]));
    await p.setViewportSize({width:360,height:800}); lap("overflow");
  }
  await ctx.close();
  }
  await b.close(); lap("close");
});
