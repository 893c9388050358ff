import { memo } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { type DayHours, shownHours } from './shown-hours.ts'

const words = text.home.chart
const two = (hour: number) => String(hour).padStart(2, '0')
const ink = { fill: 'var(--t3)', fontSize: 11 }
const float = {
  background: 'var(--raised)',
  border: '1px solid var(--line2)',
  borderRadius: 8,
  boxShadow: 'var(--shadow-float)',
  fontSize: 12,
}
const label = { color: 'var(--t1)', fontWeight: 600 }
const item = { color: 'var(--t2)', padding: 0 }

export const HoursChart = memo(function HoursChart({ hours, forecast }: DayHours) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={shownHours({ hours, forecast })}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="hour"
          tickFormatter={two}
          tick={ink}
          tickLine={false}
          axisLine={{ stroke: 'var(--line2)' }}
          interval={0}
        />
        <YAxis
          width={44}
          tick={ink}
          tickLine={false}
          axisLine={false}
          tickCount={5}
          allowDecimals={false}
          tickFormatter={count}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)' }}
          contentStyle={float}
          labelStyle={label}
          itemStyle={item}
          labelFormatter={hour => `${two(Number(hour))}:00`}
          formatter={value => count(Number(value))}
        />
        <Bar
          dataKey="human"
          name={words.human}
          stackId="calls"
          fill="var(--c1)"
          maxBarSize={28}
          isAnimationActive={false}
        />
        {hours.some(hour => hour.machine > 0) && (
          <Bar
            dataKey="machine"
            name={words.machine}
            stackId="calls"
            fill="var(--c2)"
            maxBarSize={28}
            isAnimationActive={false}
          />
        )}
        <Bar
          dataKey="other"
          name={words.other}
          stackId="calls"
          fill="var(--c3)"
          maxBarSize={28}
          isAnimationActive={false}
        />
        {forecast.length > 0 && (
          <Bar
            dataKey="forecast"
            name={words.forecast}
            stackId="calls"
            fill="var(--sunken)"
            stroke="var(--line2)"
            maxBarSize={28}
            isAnimationActive={false}
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  )
})
