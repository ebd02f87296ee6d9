import { parseDate, type CalendarDate } from '@internationalized/date'
import { useContext, useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateFieldStateContext } from 'react-aria-components/DateField'
import { DatePicker as AriaDatePicker } from 'react-aria-components/DatePicker'
import { DateInput, DateSegment } from 'react-aria-components/DateRangePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { dsMessages } from '../messages/ds'
import type { DateFieldProps } from './DateField'
import './date.css'
import { Glyph } from './Glyph'

const FIRST_YEAR = 1000

/** Day, month and year as three small fields, and a calendar for who prefers to point. */
export default function DatePicker({ label, value, onChange, hint, error, required, autoFocus, min, max }: DateFieldProps) {
  const [date, setDate] = useState<CalendarDate | null>(value ? parseDate(value) : null)
  const report = (shown: string) => {
    if (shown !== value) onChange(shown)
  }
  return (
    <AriaDatePicker
      className="field"
      value={date}
      onChange={setDate}
      granularity="day"
      shouldForceLeadingZeros
      isRequired={required ?? false}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      autoFocus={autoFocus ?? false}
    >
      <Label className="field-label">
        {label} {required ? <span className="field-required">{dsMessages.required}</span> : null}
      </Label>
      <Group className="combo date-combo">
        <DateInput className="input date-input">
          {(segment) => (
            <>
              <DateSegment segment={segment} className="date-segment" />
              {segment.type === 'year' ? <ShownDate onChange={report} /> : null}
            </>
          )}
        </DateInput>
        <Button className="combo-open date-open" aria-label={dsMessages.openCalendar(label)}>
          {dsMessages.calendar} <Glyph name="down" />
        </Button>
      </Group>
      {hint ? (
        <Text slot="description" elementType="div" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError elementType="div" className="field-error">
        {error}
      </FieldError>
      <Popover className="popover">
        <Dialog className="dialog">
          <Calendar className="calendar" minValue={min ? parseDate(min) : null} maxValue={max ? parseDate(max) : null}>
            <header className="calendar-head">
              <Button slot="previous" className="button button-small">
                <Glyph name="left" /> {dsMessages.monthBefore}
              </Button>
              <Heading level={3} className="calendar-title" />
              <Button slot="next" className="button button-small">
                {dsMessages.monthAfter} <Glyph name="right" />
              </Button>
            </header>
            <CalendarGrid weekdayStyle="short">{(day) => <CalendarCell date={day} className="calendar-day" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}

/**
 * What the parts say at each moment. React Aria keeps the last whole date while a part is erased, and a year half typed
 * is one of the first millennium; the form must see neither, only what the person sees.
 */
function ShownDate({ onChange }: { onChange: (shown: string) => void }) {
  const field = useContext(DateFieldStateContext)
  const whole = field?.value && field.value.year >= FIRST_YEAR && !field.segments.some((segment) => segment.isPlaceholder)
  const shown = whole ? String(field.value) : ''
  useEffect(() => onChange(shown))
  return null
}
