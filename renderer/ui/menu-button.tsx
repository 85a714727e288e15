import { Menu } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** One thing to choose from a menu. */
export interface MenuChoice {
  label: string;
  icon?: LucideIcon;
  run: () => void;
}

/** An icon that opens a menu; arrow keys move in it, Escape closes it. */
export function MenuButton({
  icon: Icon,
  label,
  choices,
}: {
  icon: LucideIcon;
  label: string;
  choices: MenuChoice[];
}): ReactNode {
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button" aria-label={label} title={label}>
        <Icon size={16} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end">
          <Menu.Popup className="menu">
            {choices.map(({ label: text, icon: ItemIcon, run }) => (
              <Menu.Item key={text} onClick={run}>
                {ItemIcon === undefined ? null : <ItemIcon size={16} aria-hidden />}
                {text}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
