/** Only the parts of forge that open a PKCS#12; the whole would weigh three times as much. */
declare module 'node-forge/lib/forge' {
  export { default } from 'node-forge'
}
declare module 'node-forge/lib/pkcs12'
