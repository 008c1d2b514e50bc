<?php
// A page of an application: its autoloader looks for classes where they are not, then parts are included.
$missing = 0;
for ($name = 0; $name < 200; $name++) {
    if (!file_exists(__DIR__ . '/lib' . $name % 10 . "/class$name.php")) {
        $missing++;
    }
}
$total = 0;
for ($part = 0; $part < 50; $part++) {
    include __DIR__ . "/part$part.php";
}
echo "$missing missing, $total included\n";
