import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { useMe } from '../api/use-me'
import { onWatched, watchedJobs } from '../bulk/watched'
import { Commands } from '../commands/Commands'
import { Button } from '../ds/Button'
import { hasEntered, onShown, shownStep } from '../learning/tour'
import { shellMessages as text } from '../messages/shell'
import { HOME } from '../environment'
import { hasTabs, onTabsWanted, tabsWanted } from '../tabs/stored'
import { AccountMenu } from './AccountMenu'
import { Announcements } from './Announcements'
import { CoatOfArms } from './CoatOfArms'
import { FindBox } from './FindBox'
import { Help } from './Help'
import { Navigation } from './Navigation'
import { SessionClock } from './SessionClock'
import { UnitSwitch } from './UnitSwitch'
import { useTenantColor } from './tenant-color'
import './shell.css'
import './print.css'

/** Reading or writing inside a process: the menu gives its room to the work and opens on demand. */
const READING = /^\/processo\/(?!novo$)[^/]+(\/documento\/[^/]+(\/editar)?)?$/

/** Frame of every signed-in screen: skip links, header, menu, content and footer (eMAG access keys 1 to 4). */
export function Shell() {
  const { announcements, tenant, unit } = useMe()
  const [entered] = useState(hasEntered)
  const [menuOpen, setMenuOpen] = useState(false)
  const main = useFocusOnNavigation(() => setMenuOpen(false))
  useTenantColor(tenant.primary_color)
  const focused = useLocation({ select: (location) => READING.test(location.pathname) })
  // Where the menu is folded, a skip link to it would lead nowhere: it opens first.
  const showMenu = () => {
    flushSync(() => setMenuOpen(true))
    document.getElementById('menu')?.focus()
  }
  return (
    <div className="shell" data-focus={focused}>
      <SkipLinks onMenu={showMenu} />
      <header className="header">
        <div className="menu-toggle">
          <Button aria-expanded={menuOpen} aria-controls="menu" onClick={() => setMenuOpen(!menuOpen)}>
            {text.openMenu}
          </Button>
        </div>
        <Link to="/caixa" className="brand" aria-label={`${tenant.short_name}. ${text.home}`}>
          <CoatOfArms tenant={tenant} />
          <span className="brand-name">{tenant.short_name}</span>
        </Link>
        <FindBox />
        <div className="header-end">
          <Commands />
          <Help />
          <UnitSwitch />
          <AccountMenu />
        </div>
      </header>
      <nav id="menu" className="nav" data-open={menuOpen} aria-label={text.menu} tabIndex={-1}>
        <Navigation folded={focused && !menuOpen} />
      </nav>
      <main id="conteudo" ref={main} className="main" tabIndex={-1}>
        {tenant.training ? <p className="training">{text.training}</p> : null}
        {tenant.rollout ? <p className="training">{text.rollout}</p> : null}
        <Connection />
        {focused ? null : <Announcements announced={announcements} key={unit.id} />}
        <SessionClock />
        {entered ? (
          <Suspense fallback={null}>
            <FirstStepsNotice />
          </Suspense>
        ) : null}
        <Tabs />
        <Watched />
        <Pointed />
        <Outlet />
      </main>
      <footer id="rodape" className="foot" tabIndex={-1}>
        <a href={`${HOME}/publico.html`}>{text.checkAuthenticity}</a>
        <span>{text.footerText}</span>
      </footer>
    </div>
  )
}

/** What watches the connection comes after the first screen; and, like everything, when the network lets it. */
const watching = (): Promise<typeof import('../network/ConnectionBar')> =>
  new Promise((passed) => setTimeout(passed, 3000)).then(() => import('../network/ConnectionBar')).catch(watching)
const ConnectionBar = lazy(watching)

function Connection() {
  return (
    <Suspense fallback={null}>
      <ConnectionBar />
    </Suspense>
  )
}

const FirstStepsNotice = lazy(() => import('../learning/FirstStepsNotice'))
const Hint = lazy(() => import('../learning/Hint'))

/** The step of an exercise that is being shown where it is done. */
function Pointed() {
  const step = useSyncExternalStore(onShown, shownStep)
  return <Suspense fallback={null}>{step ? <Hint id={step} /> : null}</Suspense>
}
const TabStrip = lazy(() => import('../tabs/TabStrip'))

/** The place of the tabs, from the start where there are some: what is under the pointer must not move when they come. */
const tabPlace = hasTabs() ? <div className="tab-place" /> : null

function Tabs() {
  const wanted = useSyncExternalStore(onTabsWanted, tabsWanted)
  return <Suspense fallback={tabPlace}>{wanted ? <TabStrip /> : null}</Suspense>
}

const JobWatch = lazy(() => import('../bulk/JobWatch'))

function Watched() {
  const jobs = useSyncExternalStore(onWatched, watchedJobs)
  return <Suspense fallback={null}>{jobs.length > 0 ? <JobWatch jobs={jobs} /> : null}</Suspense>
}

function SkipLinks({ onMenu }: { onMenu: () => void }) {
  return (
    <nav className="skip" aria-label={text.skipLinks}>
      <a href="#conteudo" accessKey="1">
        {text.skipToContent} [1]
      </a>
      <a href="#menu" accessKey="2" onClick={onMenu}>
        {text.skipToMenu} [2]
      </a>
      <a href="#busca" accessKey="3">
        {text.skipToSearch} [3]
      </a>
      <a href="#rodape" accessKey="4">
        {text.skipToFooter} [4]
      </a>
    </nav>
  )
}

/** A change of screen must not leave the keyboard on a link that no longer exists. */
function useFocusOnNavigation(onNavigate: () => void) {
  const main = useRef<HTMLElement>(null)
  const pathname = useLocation({ select: (location) => location.pathname })
  const previous = useRef(pathname)
  const notify = useRef(onNavigate)
  notify.current = onNavigate
  useEffect(() => {
    if (previous.current === pathname) return
    const sameProcess = processOf(previous.current) !== null && processOf(previous.current) === processOf(pathname)
    previous.current = pathname
    notify.current()
    if (!sameProcess) main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

function processOf(pathname: string): string | null {
  return /^\/processo\/([^/]+)/.exec(pathname)?.[1] ?? null
}
