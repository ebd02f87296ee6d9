import HelpPanel from './HelpPanel'
import { sectionFor } from './sections'

/** The screens of who has not entered yet. */
const OUTSIDE = /^\/(entrar|esqueci-a-senha|senha)/

interface HelpOfScreenProps {
  /** The path of the route and the side panel of the process, as the address has them. */
  path: string | undefined
  panel: unknown
  onClose: () => void
}

export default function HelpOfScreen({ path, panel, onClose }: HelpOfScreenProps) {
  const outside = path === undefined || OUTSIDE.test(path)
  return <HelpPanel outside={outside} here={sectionFor(path, panel)} onClose={onClose} />
}
