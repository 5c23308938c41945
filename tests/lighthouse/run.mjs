// Measures the built guide with Lighthouse on its mobile profile, and says where it falls below the bars:
//   node run.mjs http://127.0.0.1:8123/ /usr/bin/chromium
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const PAGES = { Home: "", Background: "background/", "Key terms": "key-terms/", Timeline: "timeline/" };
const BARS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const RUNS = 3;
const [address, chromePath] = process.argv.slice(2);

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function measure(port, path) {
  const options = { port, onlyCategories: Object.keys(BARS), logLevel: "error" };
  const { lhr } = await lighthouse(new URL(path, address).href, options);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  return lhr;
}

/** What kept a page from full marks, as lines for a reader. */
function faults(lhr, category) {
  return lhr.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
    .map(({ id }) => `  ${lhr.audits[id].title} (${id}) ${lhr.audits[id].displayValue ?? ""}`.trimEnd());
}

const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const chrome = await launch({
  chromePath,
  userDataDir: profile,
  chromeFlags: ["--headless=new", "--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
let short = 0;
try {
  console.log(["Page".padEnd(12), ...Object.keys(BARS).map((name) => name.padStart(14))].join(""));
  for (const [name, path] of Object.entries(PAGES)) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measure(chrome.port, path));
    const scores = Object.keys(BARS).map((category) =>
      Math.round(median(runs.map((lhr) => lhr.categories[category].score)) * 100),
    );
    console.log([name.padEnd(12), ...scores.map((score) => String(score).padStart(14))].join(""));
    Object.entries(BARS).forEach(([category, bar], index) => {
      if (scores[index] >= bar) return;
      short++;
      console.log(`  ${category} is below ${bar}:`);
      for (const fault of faults(runs.at(-1), category)) console.log(`  ${fault}`);
    });
  }
} finally {
  chrome.kill();
  rmSync(profile, { recursive: true, force: true });
}
process.exitCode = short ? 1 : 0;
