/**
 * Lighthouse's word on each page, in the browser that listens at a port: `node audit.mjs PORT ROUNDS URL…`. Prints one
 * JSON object: by address, by kind of device, the rounds. The cache is emptied before each; who is logged in stays so.
 */
import lighthouse, { desktopConfig } from 'lighthouse'

const CATEGORIES = ['performance', 'accessibility', 'best-practices']
const FIGURES = {
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
}
const DEVICES = { desktop: desktopConfig, mobile: undefined }

async function round(url, port, config) {
  const flags = { port, logLevel: 'error', onlyCategories: CATEGORIES }
  const { lhr } = await lighthouse(url, flags, config)
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`)
  const scores = Object.fromEntries(CATEGORIES.map((one) => [one, Math.round(lhr.categories[one].score * 100)]))
  const figures = Object.fromEntries(Object.entries(FIGURES).map(([name, audit]) => [name, lhr.audits[audit].numericValue]))
  const judged = CATEGORIES.slice(1).flatMap((one) => lhr.categories[one].auditRefs)
  const failed = judged.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score === 0).map(({ id }) => id)
  return { ...scores, ...figures, failed, shown: lhr.finalDisplayedUrl }
}

const [port, rounds, ...urls] = process.argv.slice(2)
const found = {}
for (const url of urls) {
  found[url] = { desktop: [], mobile: [] }
  for (let done = 0; done < Number(rounds); done += 1)
    for (const [device, config] of Object.entries(DEVICES)) found[url][device].push(await round(url, Number(port), config))
}
process.stdout.write(JSON.stringify(found))
