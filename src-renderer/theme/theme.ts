import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Menu,
  Modal,
  NumberInput,
  PasswordInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'
import { decimalSign } from '../format/number.ts'
import { text } from '../text/text.ts'

const order: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description']
const field = { size: 'xs', inputWrapperOrder: order }

/** Sizes and habits of the parts; their colours come from `tokens.css` through `mantine.css`. */
export const theme = createTheme({
  primaryColor: 'blue',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } }),
    Textarea: Textarea.extend({ defaultProps: { ...field } }),
    TextInput: TextInput.extend({ defaultProps: { ...field } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { ...field } }),
    NumberInput: NumberInput.extend({
      defaultProps: {
        ...field,
        hideControls: true,
        decimalSeparator: decimalSign,
        allowedDecimalSeparators: ['.', ','],
      },
    }),
    // Open, it may cover the buttons of a dialog that begins with it.
    Select: Select.extend({
      defaultProps: { ...field, allowDeselect: false, checkIconPosition: 'right', openOnFocus: false },
    }),
    Switch: Switch.extend({ defaultProps: { size: 'xs', withThumbIndicator: false } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Modal: Modal.extend({
      defaultProps: {
        size: 480,
        centered: true,
        lockScroll: false,
        closeButtonProps: { 'aria-label': text.shell.close },
        transitionProps: { duration: 200, transition: 'fade' },
      },
    }),
    // Without the place holder the first item has the focus, as the pattern of a menu asks.
    Menu: Menu.extend({
      defaultProps: {
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 160, transition: 'fade-down' },
        offset: 4,
      },
    }),
    Popover: Popover.extend({
      defaultProps: { transitionProps: { duration: 160, transition: 'fade-down' } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, multiline: true, maw: 320, fz: 12 } }),
  },
})
