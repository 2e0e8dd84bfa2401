"""Names of delegates who never lived, by country: plausible for adults of 1964, in Latin letters.

The names are common ones, put down from general knowledge; the pools leave out whom readers
would take for a leader of the time, and `DENIED` refuses the rest.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Order = Literal["given first", "family first"]
Daughters = Literal["same", "russian", "bulgarian", "czech", "polish"]


class Country(NamedTuple):
    """The pools of a country; names of two words are joined by `_`."""

    families: str
    men: str
    women: str
    order: Order = "given first"
    daughters: Daughters = "same"


COUNTRIES: dict[str, Country] = {
    "australia": Country(
        "Walsh Brennan Mackie Tuckwell Hargreaves Donnelly Laidlaw Pascoe Whitford Kearney "
        "Strang Gilmour Penrose Halloran Beaumont Cutler",
        "Jack Keith Norman Stan Reg Clive Les Kevin Neville Bruce Alan Roy",
        "Joyce Beryl Edna Thelma Nancy Shirley Valma Gwen Dulcie Marjorie Heather",
    ),
    "albania": Country(
        "Gjoka Marku Leka Prifti Basha Kola Toska Dervishi Hysa Bardhi Lleshaj Zeneli Kurti "
        "Malaj Rama Shkodrani Frashëri",
        "Agim Skënder Petrit Vasil Ndoc Fatmir Gani Thoma Sokol Llambi Besnik Kujtim",
        "Drita Liri Vjollca Shpresa Fatbardha Marije Zana Teuta Hatixhe Lumturi Afërdita",
    ),
    "argentina": Country(
        "Ferrari Pereyra Bianchi Quiroga Sosa Molina Ledesma Rinaldi Acosta Villalba Roldán "
        "Bustos Carrizo Medina Paz Ibarra",
        "Julio Horacio Osvaldo Rubén Héctor Raúl Oscar Norberto Alberto Ernesto Hugo Atilio",
        "Elena Nélida Irma Beatriz Alicia Marta Delia Haydée Susana Olga Amelia",
    ),
    "bulgaria": Country(
        "Petrov Ivanov Draganov Stoyanov Kolev Angelov Marinov Iliev Vasilev Todorov Hristov "
        "Boychev Nikolov Genov Rusev Penchev",
        "Stoyan Dimitar Georgi Nikola Petar Boris Hristo Vasil Asen Lyuben Kiril Metodi",
        "Maria Elena Rayna Tsvetana Nadezhda Vera Ivanka Penka Stefka Lilyana Bistra",
        daughters="bulgarian",
    ),
    "brazil": Country(
        "Carvalho Teixeira Nogueira Barbosa Moreira Cavalcanti Araújo Pinheiro Siqueira "
        "Vasconcelos Monteiro Rezende Fonseca Duarte Lacerda Peixoto",
        "João Antônio Sebastião Osvaldo Geraldo Waldemar Benedito Mário Davi Aníbal Joaquim Nelson",
        "Maria_Helena Zélia Lourdes Iracema Dalva Conceição Odete Neusa Alzira Ruth Jandira",
    ),
    "great_britain": Country(
        "Hartley Pickering Crossley Ashworth Macrae Pritchard Lomax Bevington Sutcliffe "
        "Galloway Rowntree Tyler Hodgkin Merrick Dunbar Colclough",
        "Arthur Stanley Harold Sidney Leonard Frank Wilfred Ronald Dennis George Idris Duncan",
        "Doris Winifred Kathleen Phyllis Mavis Edith Margaret Sheila Vera Dorothy Bessie",
    ),
    "hungary": Country(
        "Szekeres Tóth Horváth Varga Kiss Molnár Balogh Farkas Lakatos Papp Juhász Simon "
        "Takács Fodor Sipos Bodnár",
        "István László József Sándor Ferenc Gyula Miklós Béla Imre Lajos Zoltán András",
        "Erzsébet Ilona Margit Katalin Éva Zsuzsanna Magda Piroska Klára Judit Irén",
    ),
    "viet_nam": Country(
        "Nguyen Tran Pham Hoang Phan Vu Dang Bui Do Ngo Duong Ly Dinh Truong Luong",
        "Van_Thanh Duc_Minh Quang_Huy Van_Khoa Xuan_Tung Huu_Phuoc Dinh_Long Ngoc_Son "
        "Trong_Nghia Van_Binh Cong_Lam Minh_Tam",
        "Thi_Lan Thi_Hoa Thi_Mai Thi_Huong Thi_Nga Thi_Tuyet Thi_Van Thi_Thu Thi_Cuc Thi_Yen",
        order="family first",
    ),
    "gdr": Country(
        "Krause Lehmann Böttcher Schönfeld Naumann Rickert Hempel Zeidler Köhler Uhlig "
        "Ziegler Thiele Seidel Wendt Petzold Lindner",
        "Horst Günter Werner Heinz Gerhard Rudolf Kurt Siegfried Manfred Helmut Lothar Erwin",
        "Ilse Hildegard Gerda Ursula Edith Käthe Christa Ruth Elfriede Inge Margarete",
    ),
    "west_germany": Country(
        "Schröter Hoffmann Brandau Küppers Vogelsang Wittkamp Neuhaus Becker Dreher Overbeck "
        "Lauer Pohlmann Kessler Rademacher Stüwe Burkhardt",
        "Karl-Heinz Josef Willi Hermann Erich Ludwig Fritz Paul Hans Ernst Otto Wilhelm",
        "Anneliese Hedwig Gertrud Martha Lieselotte Elisabeth Irmgard Klara Erika Hanna Lotte",
    ),
    "india": Country(
        "Banerjee Chatterjee Sharma Menon Pillai Krishnan Deshpande Joshi Mishra Bose Reddy "
        "Iyer Mukherjee Kulkarni Varma Sen",
        "Ramesh Gopal Anil Mohan Prakash Sudhir Balakrishna Narayan Hari Dinesh Vasant Subodh",
        "Kamala Sarala Lakshmi Sushila Padma Vimala Renuka Shanta Manjula Usha Indumati",
    ),
    "indonesia": Country(
        "Sastrowijoyo Hardjono Prawiro Siregar Hutapea Wirjono Kartono Simanjuntak Nasirun "
        "Martowardojo Lubis Darsono Wibisono Pangaribuan Hadisumarto Suparno",
        "Bambang Slamet Sutrisno Harun Djoko Mangara Tarmidi Rachmat Untoro Basuki Gunawan Amir",
        "Siti Sumarni Kartini Ratna Suharti Rukmini Tiurma Lestari Djumilah Wati Sulastri",
    ),
    "italy": Country(
        "Ferraris Galli Rinaldi Moretti Barbieri Fabbri Caputo Martinelli Rossetti Guidi "
        "Zanetti Bellini Marchetti Sartori De_Santis Lombardi",
        "Aldo Bruno Sergio Renato Vittorio Carlo Franco Dino Gino Mario Alfredo Silvano",
        "Ada Lina Teresa Carla Norma Bianca Luciana Ines Rina Marisa Gianna",
    ),
    "prc": Country(
        "Wang Li Chang Yang Chao Huang Hsu Sun Hu Chu Lin Ho Kuo Ma Lo Liang Sung Cheng",
        "Chih-ming Wen-hua Kuo-chung Yung-fu Shih-chieh Te-shan Hsueh-wen Ching-shan Jui-lin "
        "Pao-shan Chien-kuo Hung-yuan",
        "Hsiu-ying Kuei-lan Shu-chen Yu-hua Mei-ling Feng-ying Su-chin Yun-hsia Hsiao-mei "
        "Ai-hua Li-chuan",
        order="family first",
    ),
    "korea": Country(
        "Kim Pak Yi Choe Chong Kang Cho Yun Chang Im Han O So Sin Kwon Hwang An Song",
        "Chol-su Yong-ho Myong-guk Song-min Tae-sik Kwang-jin Chang-hun Sang-uk Ki-sop "
        "Chol-ung Hak-song Un-sik",
        "Yong-hui Sun-ok Chong-suk Myong-hui Kum-sun Ok-sil Pok-nyo Hye-sun Sun-hui Yong-ae In-suk",
        order="family first",
    ),
    "cuba": Country(
        "Valdivia Machín Rosales Quintero Olivera Campos Betancourt Pedroso Arrechea Montalvo "
        "Leyva Fajardo Sarría Cárdenas Zayas Peñalver",
        "Orlando Evelio Reinaldo Lázaro Eusebio Rolando Gilberto Arnaldo Ramiro Pablo Jesús Félix",
        "Caridad Mercedes Isabel Graciela Digna Rosario Esther Zoila Nieves Hilda Lidia",
    ),
    "mongolia": Country(
        "Dorjiin Damdiny Sonomyn Luvsangiin Namsrain Gombyn Jambyn Baldangiin Dashiin "
        "Tserengiin Purevyn Sharavyn Natsagiin Ochiryn Bathyn Tumuriin",
        "Bayar Ganbold Batsukh Chuluun Erdene Gombosuren Lkhagva Munkh Ochirbat Sukh Tumurbat "
        "Dambadarjaa",
        "Tsetseg Oyun Sarangerel Dulmaa Khand Altantsetseg Narantuya Dolgor Norjmaa Enkhtuya "
        "Chimgee",
        order="family first",
    ),
    "poland": Country(
        "Kowalski Nowicki Zieliński Wójcik Lewandowski Kaczmarek Mazur Wilczyński Piotrowski "
        "Pawlak Grabowski Sikora Walczak Rutkowski Baran Górski",
        "Stanisław Jan Józef Tadeusz Henryk Kazimierz Zbigniew Jerzy Marian Ryszard Edward Zygmunt",
        "Maria Janina Zofia Helena Krystyna Irena Halina Barbara Wanda Danuta Stefania",
        daughters="polish",
    ),
    "rumania": Country(
        "Popescu Ionescu Munteanu Dumitrescu Stanciu Marinescu Radu Georgescu Vasilescu "
        "Moldovan Ungureanu Cristea Neagu Diaconu Tudose Voicu",
        "Ion Vasile Constantin Mihai Dumitru Petre Alexandru Traian Aurel Emil Virgil Grigore",
        "Ana Elisabeta Ecaterina Viorica Florica Aurelia Sanda Lucreţia Cornelia Valeria Silvia",
    ),
    "usa": Country(
        "Jenkins Kowalchuk Brody Lindquist Washburn Feldman Delaney Hobbs Carmichael "
        "Rosenblatt Sorensen Tolliver Pruitt Mancuso Abrams Whitfield",
        "Walter Irving Raymond Clarence Eugene Louis Roscoe Milton Harvey Albert Nathan Charles",
        "Ruth Mildred Lillian Rose Bernice Florence Esther Pearl Hazel Eleanor Sylvia",
    ),
    "syria": Country(
        "Haddad Khoury al-Halabi Sabbagh Qasim al-Homsi Najjar Darwish Shami Sayigh Barazi "
        "Mansour Qudsi Jabri Saadi Atrash",
        "Yusuf Ibrahim Nabil Jamil Fuad Adnan George Salim Mikhail Tawfiq Husayn Rashid",
        "Layla Nadia Samira Widad Najwa Salma Hanan Mary Amina Rima Suad",
    ),
    "ussr": Country(
        "Sychev Volkov Orlov Vinogradov Belkin Tarakanov Fyodorov Zaitsev Gusev Krylov "
        "Baranov Melnikov Panin Shubin Sobolev Lapin Rogachev Zhdankin",
        "Ivan Pyotr Nikolai Vasily Alexei Mikhail Sergei Viktor Anatoly Grigory Fyodor Boris",
        "Valentina Nina Tamara Lyudmila Galina Zinaida Olga Raisa Antonina Vera Klavdia",
        daughters="russian",
    ),
    "finland": Country(
        "Virtanen Mäkinen Nieminen Koskinen Heikkinen Laine Järvinen Lehtonen Salminen "
        "Rantanen Hakala Salo Peltonen Karjalainen Saarinen Lindroos",
        "Toivo Eino Veikko Väinö Reino Olavi Tauno Erkki Kalevi Martti Pentti Arvo",
        "Aino Hilkka Aune Helvi Kerttu Sirkka Toini Lempi Irja Anna-Liisa Martta",
    ),
    "france": Country(
        "Lefèvre Moreau Girard Fournier Chevalier Perrin Mercier Gauthier Blanchard Roussel "
        "Masson Lacroix Brunet Colin Vidal Baudry",
        "Marcel René Lucien Roger Fernand Raymond Gaston André Henri Robert Émile Georges",
        "Yvonne Germaine Simone Denise Paulette Suzanne Madeleine Odette Lucienne Renée Ginette",
    ),
    "czechoslovakia": Country(
        "Novák Svoboda Dvořák Procházka Kučera Horák Beran Kolář Marek Kříž Urban Vaněk "
        "Hruška Zeman Šimek Kovář",
        "Josef František Jaroslav Karel Václav Miroslav Jiří Štefan Bohumil Ladislav Milan Oldřich",
        "Marie Anna Božena Věra Jarmila Ludmila Zdenka Alžbeta Květa Libuše Hana",
        daughters="czech",
    ),
    "japan": Country(
        "Tanaka Yamamoto Kobayashi Ishikawa Matsuda Inoue Shimizu Hayashi Ogawa Nakajima "
        "Fujita Kimura Sakamoto Endo Aoki Murakami",
        "Hiroshi Shigeru Masao Takeshi Isamu Kiyoshi Minoru Saburo Tadashi Noboru Susumu Yoshio",
        "Kazuko Fumiko Sachiko Toshiko Hisako Yoshiko Setsuko Mitsuko Chiyo Haruko Michiko",
        order="family first",
    ),
}

# Real leaders and envoys of the time, as written in the order of their country.
DENIED = frozenset(
    """
    Lance Sharkey|Richard Dixon|Laurie Aarons|Ted Hill|Enver Hoxha|Hysni Kapo|Ramiz Alia|
    Mehmet Shehu|Geronimo Arnedo Alvarez|Victorio Codovilla|Rodolfo Ghioldi|Todor Zhivkov|
    Luis Carlos Prestes|João Amazonas|John Gollan|Palme Dutt|Janos Kadar|János Kádár|
    Zoltan Komocsin|Zoltán Komócsin|Ho Chi Minh|Le Duan|Pham Van Dong|Truong Chinh|
    Vo Nguyen Giap|Le Duc Tho|Walter Ulbricht|Hermann Matern|Max Reimann|S. A. Dange|Ajoy Ghosh|
    Rajeswara Rao|D. N. Aidit|Palmiro Togliatti|Luigi Longo|Enrico Berlinguer|Mario Alicata|
    Giuliano Pajetta|Mao Tse-tung|Liu Shao-chi|Chou En-lai|Teng Hsiao-ping|Peng Chen|Kang Sheng|
    Lin Piao|Chu Teh|Kim Il-sung|Kim Il|Pak Kum-chol|Fidel Castro|Raul Castro|Raúl Castro|
    Anibal Escalante|Blas Roca|Yumjaagiin Tsedenbal|Wladyslaw Gomulka|Władysław Gomułka|
    Zenon Kliszko|Gheorghe Gheorghiu-Dej|Nicolae Ceausescu|Ion Gheorghe Maurer|Gus Hall|
    Elizabeth Gurley Flynn|Morris Childs|Khalid Bakdash|Nikita Khrushchev|Leonid Brezhnev|
    Alexei Kosygin|Mikhail Suslov|Frol Kozlov|Boris Ponomarev|Yuri Andropov|Anastas Mikoyan|
    Aimo Aaltonen|Ville Pessi|Waldeck Rochet|Maurice Thorez|Jacques Duclos|Antonin Novotny|
    Antonín Novotný|Vladimir Koucky|Nosaka Sanzo|Miyamoto Kenji|Hakamada Satomi
    """.replace("\n", "").replace("    ", "").strip().split("|")
)  # fmt: skip
