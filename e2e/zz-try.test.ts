import { it } from "vitest";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { openBrowser } from "./browser.ts";
import { startApp } from "./app.ts";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import { aDecidedRequest } from "#src/requests/testing.ts";
const source = readFileSync(createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),"utf8");
it("x", async () => {
  let t=Date.now(); const out:string[]=[]; const lap=(s:string)=>{out.push(s+" "+(Date.now()-t)); t=Date.now();};
  const app = await startApp(); lap("app");
  const a = await anAuthority(app.deps); lap("authority");
  const id = await aDecidedRequest(app.deps, a); lap("decided");
  const b = await openBrowser(); lap("browser");
  for (const js of [true,false]) {
  const ctx = await b.newContext({viewport:{width:360,height:800}});
  const [n,...v]=(await aSignedInCookie(app.deps,a.reviewer)).split("=");
  await ctx.addCookies([{name:n!,value:v.join("="),url:app.url}]);
  const p = await ctx.newPage(); lap("page");
  const cdp = await ctx.newCDPSession(p); if(!js) await cdp.send("Emulation.setScriptExecutionDisabled",{value:true});
  await cdp.send("Performance.enable",{timeDomain:"threadTicks"});
  const cpu = async ()=> (await cdp.send("Performance.getMetrics")).metrics.find(m=>m.name==="TaskDuration")!.value;
  for (const path of ["/",`/demandes/${id}`,`/demandes/${id}/dossier`,"/parc","/catalogue"]) {
    await p.goto(app.url+path); lap("goto "+path);
    if(!js) await cdp.send("Emulation.setScriptExecutionDisabled",{value:false});
    const c0=await cpu();
    await p.evaluate(source); const c1=await cpu(); lap("inject");
    const r = await p.evaluate(async (o)=>{ const r = await (window as any).axe.run(document,o); return {n:document.querySelectorAll("*").length, v:r.violations.map((v:any)=>v.id)} }, {runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","best-practice"],resultTypes:["violations"],elementRef:false, iframes:false} ); const c2=await cpu(); lap("axe "+JSON.stringify(r)+` inject ${c1-c0} run ${c2-c1}`);
    const r2 = await p.evaluate(async (o)=>{ const r = await (window as any).axe.run(document,o); return {n:document.querySelectorAll("*").length, v:r.violations.map((v:any)=>v.id)} }, {runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","best-practice"],resultTypes:["violations"],elementRef:false, iframes:false, rules:{"color-contrast":{enabled:false}}} ); const c3=await cpu(); lap("no contrast "+` run ${c3-c2}`);
    if(!js) await cdp.send("Emulation.setScriptExecutionDisabled",{value:true});
    if (path.endsWith("dossier")) out.push(JSON.stringify(await p.evaluate(()=>customElements.get("swap-region")!==undefined)));
  }
  await ctx.close();
  }
  await b.close(); lap("close"); console.log(out.join("\n"));
});
